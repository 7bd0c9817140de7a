package org.gnnrec.model;

import java.util.List;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.encoder.ItemScale;
import org.gnnrec.source.NodeTable;

/**
 * All that serving needs of a model, for n users, m items and d dimensions: the item embeddings (m x d), the part of each
 * user that no item carries (n x d), what each item sends to its users and the dense weights, see
 * {@link org.gnnrec.model.encoder.TrainedModel}. The rows are the interactions it was trained on; what the users of an item
 * weigh together in them is the d_i of the fold-in. The dislikes are those of training. Immutable and thread-safe.
 */
public record ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, double[] itemWeights,
        CsrGraph dislikes, DenseMatrix itemEmbeddings, DenseMatrix userBase, DenseMatrix messages,
        List<DenseMatrix> weights, FeatureSchemas features) {

    public ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, CsrGraph dislikes,
            DenseMatrix itemEmbeddings, DenseMatrix userBase, DenseMatrix messages, List<DenseMatrix> weights,
            FeatureSchemas features) {
        this(info, users, items, rows, rows.columnWeights(), dislikes, itemEmbeddings, userBase, messages,
                List.copyOf(weights), features);
    }

    /** Without features. */
    public ServedModel(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, CsrGraph dislikes,
            DenseMatrix itemEmbeddings, DenseMatrix userBase, DenseMatrix messages, List<DenseMatrix> weights) {
        this(info, users, items, rows, dislikes, itemEmbeddings, userBase, messages, weights, FeatureSchemas.NONE);
    }

    /** True if it was trained on exactly this row of this user, who is a dense index or -1. */
    public boolean isTrainedRow(int user, CsrGraph row) {
        return user >= 0 && rows.row(user).sameEdges(row);
    }

    /** How what is stored of items was scaled. */
    public ItemScale scaleOfItems() {
        return new ItemScale((double) info.metrics().get("normExponent"),
                (double) info.metrics().get("degreeExponent"));
    }

    /** The degree by which an item scales that training did not know and whose users weigh so much now. */
    public double degreeOfNew(double weight) {
        double mean = rows.meanWeight();
        return weight > 0 ? Math.max(1, weight / mean) : ItemScale.usualDegree(itemWeights, mean);
    }

    public int dimension() {
        return itemEmbeddings.cols();
    }
}
