/** Sparse graphs in compressed rows and their normalized adjacency. */
package org.gnnrec.graph;
