package org.gnnrec.evaluation;

import java.util.Arrays;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;

/**
 * Inner products of user and item embeddings, O(items * d) a user. The dense algebra may copy the items in each call,
 * so large blocks of users cost less.
 *
 * @param algebra multiplies the blocks
 */
public record EmbeddingScorer(DenseMatrix users, DenseMatrix items, DenseAlgebra algebra) implements Scorer {
    /** With the dense algebra that is done first where all users are scored. */
    public EmbeddingScorer(DenseMatrix users, DenseMatrix items) {
        this(users, items, DenseAlgebra.forWork((double) users.rows() * items.rows() * items.cols()));
    }

    @Override
    public int itemCount() {
        return items.rows();
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        DenseMatrix block = this.users.gather(Arrays.copyOfRange(users, from, to));
        algebra.multiplyTransposed(block, items, out);
    }
}
