package org.gnnrec.toy;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/** A user is the sum of their items, which is exact for every user. */
record ToyFoldIn(DenseMatrix itemRows) implements FoldIn {
    static final double USER_EXPONENT = 0.5;

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        float[] sum = new float[itemRows.cols()];
        for (int e = items.offsets()[row]; e < items.offsets()[row + 1]; e++) {
            Kernels.get().axpy(share(items, row, e), itemRows.data(), itemRows.offset(items.neighbors()[e]), sum, 0,
                    sum.length);
        }
        return sum;
    }

    private static float share(CsrGraph items, int row, int edge) {
        return (float) (items.weight(edge) / Math.pow(items.rowWeight(row), USER_EXPONENT));
    }

    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput scored, Cancellation cancellation) {
        float[] item = scored.embedding();
        double[] terms = new double[items.edgeCount()];
        for (int e = 0; e < terms.length; e++) {
            terms[e] = share(items, 0, e) * (double) Kernels.get().dot(itemRows.data(),
                    itemRows.offset(items.neighbors()[e]), item, 0, item.length);
        }
        return Contributions.terms(terms, null);
    }
}
