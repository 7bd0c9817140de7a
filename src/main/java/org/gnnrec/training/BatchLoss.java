package org.gnnrec.training;

/** The loss of one batch and its gradient. */
interface BatchLoss {
    /** Fills the empty batch with the next edges and the negatives this loss wants beside them. */
    void fill(Batch batch, EdgeOrder edges);

    /**
     * The mean loss over the edges of the batch; its gradient by the final rows goes into the batch's gradients, which
     * are zero on entry. May change the rows.
     */
    double valueAndGradient(Batch batch);
}
