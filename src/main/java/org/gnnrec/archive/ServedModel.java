package org.gnnrec.archive;

import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.FittedModel;
import org.gnnrec.source.NodeTable;

/**
 * A stored model with all that serving needs. Immutable by contract and thread-safe.
 *
 * @param dislikes users x items, the dislikes of the training
 * @param features how properties became features
 */
public record ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph dislikes, FittedModel fitted,
        FeatureSchemas features) {
    /** Users x items, the interactions of the training. */
    public CsrGraph rows() {
        return fitted.rows();
    }

    /** Items x d. */
    public DenseMatrix itemEmbeddings() {
        return fitted.items();
    }

    /** The weights of each item's users together. */
    public double[] itemWeights() {
        return fitted.itemWeights();
    }

    public int dimension() {
        return fitted.dimension();
    }

    /** False if it scores without embeddings, and so nodes have none. */
    public boolean hasEmbeddings() {
        return dimension() > 0;
    }

    /** True if it was trained on exactly this row of this user, who is a dense index or -1. */
    public boolean isTrainedRow(int user, CsrGraph row) {
        return user >= 0 && rows().row(user).sameEdges(row);
    }
}
