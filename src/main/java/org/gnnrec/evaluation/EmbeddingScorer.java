package org.gnnrec.evaluation;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/** Inner products of user and item embeddings: O(items * d) a user. */
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
        Kernels.get().multiplyTransposed(block.data(), 0, block.rows(), items.data(), 0, items.rows(), d, out.data(),
                0, out.cols());
    }
}
