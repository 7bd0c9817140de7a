package org.gnnrec.model.sparse;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.SparseRows;
import org.gnnrec.linalg.SparseSums;

/** Scores by stored rows: item i says {@code W_ij} of item j. O(entries of the rows of the user's items). */
record ItemRows(SparseRows weights) implements ItemVoices {
    @Override
    public void add(CsrGraph items, int row, float[] shares, SparseSums scores) {
        int first = items.offsets()[row];
        for (int n = 0; n < shares.length; n++) {
            weights.addRow(items.neighbors()[first + n], shares[n], scores);
        }
    }

    @Override
    public double[] terms(CsrGraph items, float[] shares, int target) {
        double[] terms = new double[shares.length];
        for (int n = 0; n < terms.length; n++) {
            terms[n] = (double) shares[n] * weights.value(items.neighbors()[n], target);
        }
        return terms;
    }
}
