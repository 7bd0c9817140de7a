/** Recommendations from a trained model and the graph as the caller's transaction sees it. Imports model, graph, linalg and store. */
package org.gnnrec.serving;
