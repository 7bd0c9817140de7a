/** A truncated singular value decomposition of the interactions: nothing is learned by steps. */
package org.gnnrec.model.spectral;
