package org.gnnrec.evaluation;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;

/** Scores an item by how many users it has in training, for every user alike. A recommender must beat at least this. */
public final class PopularityScorer implements Scorer {
    private final float[] degrees;

    /** Counts the users of each item. {@code train} is users x items. O(edges). */
    public PopularityScorer(CsrGraph train) {
        double[] weights = train.columnWeights();
        degrees = new float[weights.length];
        for (int item = 0; item < weights.length; item++) {
            degrees[item] = (float) weights[item];
        }
    }

    @Override
    public int itemCount() {
        return degrees.length;
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        for (int row = 0; row < to - from; row++) {
            System.arraycopy(degrees, 0, out.data(), out.offset(row), degrees.length);
        }
    }
}
