package org.gnnrec.evaluation;

import org.gnnrec.linalg.DenseMatrix;

/** Another scorer's scores for the candidates, and none for all other items: the candidates are ranked alone. */
public record CandidateScorer(Scorer scorer, boolean[] candidates) implements Scorer {
    @Override
    public int itemCount() {
        return scorer.itemCount();
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        scorer.score(users, from, to, out);
        for (int row = 0; row < to - from; row++) {
            for (int item = 0; item < candidates.length; item++) {
                if (!candidates[item]) {
                    out.data()[out.offset(row) + item] = Float.NEGATIVE_INFINITY;
                }
            }
        }
    }
}
