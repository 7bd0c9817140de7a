package org.gnnrec.evaluation;

import org.gnnrec.linalg.DenseMatrix;

/** Scores every item for a block of users; higher is better. Thread-safe. */
public interface Scorer {
    int itemCount();

    /**
     * Row r of {@code out} gets the scores of {@code users[from + r]}. {@code out} is (to - from) x itemCount; its old
     * values do not matter.
     */
    void score(int[] users, int from, int to, DenseMatrix out);
}
