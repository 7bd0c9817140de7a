package org.gnnrec.model.layer;

import org.gnnrec.linalg.DenseMatrix;

/** AGGREGATE_k of GraphSAGE, for {@link SageLayer}: one row for the neighbors of each target, however many they are. */
public interface Aggregator extends Part {
    /** Sets the first rows of {@code aggregates}; zeros where there is no neighbor. */
    void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass);

    /** Adds the gradient by the sources of the last forward, and the gradient by the weights to theirs. */
    void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient);
}
