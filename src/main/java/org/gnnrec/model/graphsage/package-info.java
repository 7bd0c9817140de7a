/** GraphSAGE: its aggregators and its layer. */
package org.gnnrec.model.graphsage;
