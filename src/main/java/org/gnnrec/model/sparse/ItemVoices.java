package org.gnnrec.model.sparse;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.SparseSums;

/** What items say of others. Thread-safe. */
interface ItemVoices {
    /**
     * Adds what the items of a row say, before the degrees of the others count.
     *
     * @param shares how much each item of the row counts
     */
    void add(CsrGraph items, int row, float[] shares, SparseSums scores);

    /**
     * What each item of a graph of one row says of one item, in the order of the row.
     *
     * @param shares how much each item of the row counts
     */
    double[] terms(CsrGraph items, float[] shares, int target);
}
