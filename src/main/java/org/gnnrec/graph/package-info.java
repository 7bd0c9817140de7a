/** Sparse graphs in compressed rows and their normalized adjacency. Imports {@code linalg} alone. */
package org.gnnrec.graph;
