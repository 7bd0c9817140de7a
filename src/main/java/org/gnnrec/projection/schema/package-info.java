/** What a graph of any schema can be trained on: pairs of labels, counted, sampled, ranked. */
package org.gnnrec.projection.schema;
