package org.gnnrec.model.spectral;

import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.SubspaceIteration;
import org.gnnrec.linalg.Workers;

/**
 * {@code A^T A}, items x items, of the normalized adjacency A, users x items. It is never made: a product passes from
 * items to users and back, a panel of columns at a time. O(edges * columns).
 */
record ItemProducts(NormalizedAdjacency adjacency, Workers workers) implements SubspaceIteration.Operator {
    static final int PANEL = 64;

    @Override
    public int size() {
        return adjacency.itemCount();
    }

    @Override
    public int rank() {
        return Math.min(adjacency.itemCount(), adjacency.userCount());
    }

    @Override
    public DenseMatrix multiply(DenseMatrix x) {
        DenseMatrix product = DenseMatrix.zeros(x.rows(), x.cols());
        for (int col = 0; col < x.cols(); col += PANEL) {
            int width = Math.min(PANEL, x.cols() - col);
            DenseMatrix panel = DenseMatrix.zeros(x.rows(), width);
            copy(x, col, panel, 0, width);
            copy(multiplyPanel(panel), 0, product, col, width);
        }
        return product;
    }

    private DenseMatrix multiplyPanel(DenseMatrix items) {
        workers.cancellation().check();
        DenseMatrix users = DenseMatrix.zeros(adjacency.userCount(), items.cols());
        adjacency.toUsers().multiplyAdd(items, users, workers.parallel());
        DenseMatrix sums = DenseMatrix.zeros(items.rows(), items.cols());
        adjacency.toItems().multiplyAdd(users, sums, workers.parallel());
        return sums;
    }

    private static void copy(DenseMatrix from, int fromCol, DenseMatrix to, int toCol, int width) {
        for (int row = 0; row < from.rows(); row++) {
            System.arraycopy(from.data(), from.offset(row) + fromCol, to.data(), to.offset(row) + toCol, width);
        }
    }
}
