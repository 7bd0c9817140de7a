package org.gnnrec.model;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NodeTable;
import org.gnnrec.linalg.DenseMatrix;

/**
 * All that serving needs of a LightGCN, for n users, m items and d dimensions: the item embeddings (m x d), the part of
 * each user that no item carries (n x d, a0 e0) and what each item sends to its users (m x d). The rows are the
 * interactions it was trained on; what the users of an item weigh together in them is the d_i of the fold-in (see
 * {@link org.gnnrec.model.lightgcn.LightGcnModel}). The dislikes are
 * those of training. Immutable and thread-safe.
 */
public record ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, double[] itemWeights,
        CsrGraph dislikes, DenseMatrix itemEmbeddings, DenseMatrix userBase, DenseMatrix messages) {

    public ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, CsrGraph dislikes,
            DenseMatrix itemEmbeddings, DenseMatrix userBase, DenseMatrix messages) {
        this(info, users, items, rows, rows.columnWeights(), dislikes, itemEmbeddings, userBase, messages);
    }

    public int dimension() {
        return itemEmbeddings.cols();
    }
}
