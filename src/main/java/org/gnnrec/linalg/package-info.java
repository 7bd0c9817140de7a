/** Matrices, float kernels, dense algebra, top-k, threads and cancelling. */
package org.gnnrec.linalg;
