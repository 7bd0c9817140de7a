/** Recommendations from a trained model and the graph as the caller's transaction sees it. */
package org.gnnrec.serving;
