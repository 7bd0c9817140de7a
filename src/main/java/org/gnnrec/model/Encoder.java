package org.gnnrec.model;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.graph.NormalizedAdjacency;

/**
 * A graph neural network as training sees it: it makes embeddings from dense weights and a learned base row of each
 * node. Their inner products are the scores. Forward and backward are written by hand. One thread calls it. The bits do
 * not depend on the number of threads it uses.
 */
public interface Encoder {
    /** Takes the rows that the edges of the next batch join, before its forward. They hold until its backward. */
    default void join(Pairs pairs) {}

    /** Final embeddings of the given rows, of sampled neighborhoods: row s of {@code out} belongs to slot s. */
    void forward(Embeddings base, RowSet users, RowSet items, Embeddings out);

    /** Final embeddings of every row, of whole neighborhoods. */
    void forward(Embeddings base, Embeddings out);

    /**
     * Adds the gradient of the base rows to {@code gradient} and the gradient of the weights to theirs. Both are zero
     * on entry. {@code rowGradients} is the gradient of the rows that the last forward of a batch gave. It is changed.
     */
    void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient);

    /** The model that is stored and served. It holds the given rows of the items. */
    TrainedModel model(Embeddings base);

    /** How much neighbors count when a warm start makes the base row of a node that is new to it. */
    NormalizedAdjacency adjacency();

    /** Sets the dense weights to where training begins. */
    default void initialize(SplittableRandom random) {}

    /** The dense weights, always in the same order; none where the model has base rows alone. */
    default List<Weight> weights() {
        return List.of();
    }
}
