package org.gnnrec.model;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;

/**
 * The numbers of a trained model for serving. Immutable by contract and thread-safe.
 *
 * @param rows users x items, what the model was trained on
 * @param itemWeights what the users of an item weigh together in the rows
 * @param items item embeddings, scaled by the {@link ItemScale} of the model, items x d
 * @param state of {@link TrainedModel}
 */
public record FittedModel(CsrGraph rows, double[] itemWeights, DenseMatrix items, NamedArrays state) {
    public FittedModel(CsrGraph rows, DenseMatrix items, NamedArrays state) {
        this(rows, rows.columnWeights(), items, state);
    }

    /** The degree of an item that training did not know and whose users weigh this much now. */
    public double degreeOfNew(double weight) {
        double mean = rows.meanWeight();
        return weight > 0 ? Math.max(1, weight / mean) : ItemScale.usualDegree(itemWeights, mean);
    }

    public int dimension() {
        return items.cols();
    }
}
