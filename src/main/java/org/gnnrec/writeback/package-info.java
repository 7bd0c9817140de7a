/** From trained models to node properties and indexes. Imports model, graph, linalg and store. */
package org.gnnrec.writeback;
