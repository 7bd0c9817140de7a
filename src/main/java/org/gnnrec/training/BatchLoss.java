package org.gnnrec.training;

import org.gnnrec.model.Embeddings;

/** The loss of one batch and its gradient. */
interface BatchLoss extends AutoCloseable {
    /**
     * Fills the empty batch with the edges, or the loss's own pairs, of the next step and with negatives. Returns the
     * number that the mean is taken over.
     */
    int fill(Batch batch, EdgeOrder edges);

    /**
     * The sum of weight times loss over the edges (or pairs) of the batch, divided by their number. Its gradient by the
     * final rows is added to the batch's gradients, which are zero on entry. May change the rows.
     */
    double valueAndGradient(Batch batch);

    /** True if {@link #adapt} does something. */
    default boolean adapts() {
        return false;
    }

    /**
     * Adapts what the loss takes from the whole graph to the final embeddings as they are now. May be costly and
     * change the rows.
     */
    default void adapt(Embeddings last) {}

    /** Ends the work beside the training. */
    @Override
    default void close() {}
}
