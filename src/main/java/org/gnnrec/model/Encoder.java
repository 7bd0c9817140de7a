package org.gnnrec.model;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.graph.NormalizedAdjacency;

/**
 * A graph neural network as training sees it: from a base row of each node, which is learned, and dense weights it makes
 * the embeddings whose inner products are scores. Forward and backward by hand. One thread calls it; the bits do not
 * depend on how many it works on.
 */
public interface Encoder {
    /** Tells which rows the edges of the next batch join; before its forward, and valid until its backward. */
    default void join(Pairs pairs) {}

    /** Final embeddings of the given rows, of sampled neighborhoods: row s of {@code out} belongs to slot s. */
    void forward(Embeddings base, RowSet users, RowSet items, Embeddings out);

    /** Final embeddings of every row, of whole neighborhoods. */
    void forward(Embeddings base, Embeddings out);

    /**
     * Adds the gradient of the base rows to {@code gradient} and that of the weights to theirs; both are zero on entry.
     * {@code rowGradients} is the gradient of what the last forward of a batch gave, for the same rows, and is changed.
     */
    void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient);

    /** What is stored and served. It holds the given rows of the items. */
    TrainedModel model(Embeddings base);

    /** How much neighbors count in the base row of a node that a training goes on with and has learned nothing of. */
    NormalizedAdjacency adjacency();

    /** Sets the dense weights to where training begins. */
    default void initialize(SplittableRandom random) {}

    /** The dense weights, always in the same order; none where the model has base rows alone. */
    default List<Weight> weights() {
        return List.of();
    }
}
