package org.gnnrec.model.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Weight;

/** What a {@link SageLayer} knows of neighbors, AGGREGATE_k of GraphSAGE: one row for the neighbors of each target, whatever their number and order. */
public interface Aggregator {
    /** Sets the first rows of {@code aggregates}; zeros where there is no neighbor. */
    void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass);

    /** Adds the gradient by the sources of the last forward, and that by the weights to theirs. */
    void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient);

    /** Sets the weights, where there are any. */
    default void initialize(SplittableRandom random) {}

    /** Always in the same order. */
    default List<Weight> weights() {
        return List.of();
    }
}
