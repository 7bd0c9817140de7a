/** Matrices, float kernels, dense algebra and top-k on plain arrays. Imports nothing of ours. */
package org.gnnrec.linalg;
