package org.gnnrec.evaluation;

import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;

/**
 * Inner products of user and item embeddings: O(items * d) a user. The dense algebra may copy the items in each call, so
 * large blocks of users cost less.
 */
public record EmbeddingScorer(DenseMatrix users, DenseMatrix items) implements Scorer {
    @Override
    public int itemCount() {
        return items.rows();
    }

    @Override
    public void score(int[] users, int from, int to, DenseMatrix out) {
        int d = items.cols();
        DenseMatrix block = DenseMatrix.zeros(to - from, d);
        for (int row = 0; row < block.rows(); row++) {
            System.arraycopy(this.users.data(), this.users.offset(users[from + row]), block.data(), block.offset(row),
                    d);
        }
        DenseAlgebra.get().multiplyTransposed(block, items, out);
    }
}
