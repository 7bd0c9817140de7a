package org.gnnrec.training;

import org.gnnrec.model.Embeddings;

/** The loss of one batch and its gradient. */
interface BatchLoss extends AutoCloseable {
    /**
     * Fills the empty batch with what the next step learns of, edges or pairs of this loss's own, and with negatives;
     * returns over how many the mean is taken.
     */
    int fill(Batch batch, EdgeOrder edges);

    /**
     * The sum over the edges (or pairs) of the batch of weight times loss, over their number; its gradient by the final rows goes into
     * the batch's gradients, which are zero on entry. May change the rows.
     */
    double valueAndGradient(Batch batch);

    /** True if {@link #adapt} does something. */
    default boolean adapts() {
        return false;
    }

    /** Fits what the loss takes from the whole graph to the final embeddings as they are now. May be costly. */
    default void adapt(Embeddings last) {}

    /** Ends what goes on beside the training. */
    @Override
    default void close() {}
}
