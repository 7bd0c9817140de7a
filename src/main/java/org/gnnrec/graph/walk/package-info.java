/** Random walks over a graph, and what they come to. */
package org.gnnrec.graph.walk;
