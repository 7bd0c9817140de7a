package org.gnnrec.model.layer;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.RowSet;

/** Rows of {@link Embeddings} by node: users first, then items. */
final class NodeRows {
    private NodeRows() {}

    /** Copies the rows of these nodes to the first of {@code out}. */
    static void gather(Embeddings x, RowSet nodes, DenseMatrix out, Parallel parallel) {
        parallel.forRange(nodes.size(), (part, from, to) -> {
            for (int slot = from; slot < to; slot++) {
                copyTo(x, nodes.row(slot), out, slot);
            }
        });
    }

    /** Copies the first rows of x to those of these nodes, which are distinct. */
    static void scatter(DenseMatrix x, RowSet nodes, Embeddings out, Parallel parallel) {
        parallel.forRange(nodes.size(), (part, from, to) -> {
            for (int slot = from; slot < to; slot++) {
                DenseMatrix side = side(out, nodes.row(slot));
                System.arraycopy(x.data(), x.offset(slot), side.data(), offset(out, nodes.row(slot)), x.cols());
            }
        });
    }

    static void copyTo(Embeddings x, int node, DenseMatrix out, int row) {
        System.arraycopy(side(x, node).data(), offset(x, node), out.data(), out.offset(row), out.cols());
    }

    static void addFrom(DenseMatrix x, int row, Embeddings out, int node) {
        Kernels.get().axpy(1, x.data(), x.offset(row), side(out, node).data(), offset(out, node), x.cols());
    }

    private static DenseMatrix side(Embeddings x, int node) {
        return node < x.users().rows() ? x.users() : x.items();
    }

    private static int offset(Embeddings x, int node) {
        int users = x.users().rows();
        return (node < users ? node : node - users) * x.dimension();
    }
}
