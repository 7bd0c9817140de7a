package org.gnnrec.model;

import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.NamedArrays;

/**
 * One model of a {@link ModelType} with its hyperparameters: how it learns, how it serves, what it takes. Immutable and
 * thread-safe.
 */
public interface ModelSpec {
    /** d, the width of an embedding; 0 where the model scores without embeddings. */
    int dimension();

    /** How a trained model of this specification embeds users and items from what they have now. */
    FoldIn foldIn(FittedModel model);

    /**
     * Checks what {@link #foldIn} and {@link #parameters} read of a stored model, which may hold anything: that nothing
     * is left open, and that arrays have the shapes of this specification. Reads shapes alone.
     *
     * @param features of the stored model
     * @throws IllegalArgumentException where an array does not fit, with its name and the shape that it must have
     * @throws java.util.NoSuchElementException where an array is missing
     */
    default void requireFits(FittedModel model, FeatureSchemas features) {}

    /** Bytes of a training beside the graphs, the learned rows with their gradient, the batch and the loss. */
    long bytes(TrainingSize size);

    /**
     * What a warm start goes on from, read from the arrays of a stored model.
     * @param users of the stored model
     *
     * @throws UnsupportedOperationException where the type has no {@link ModelType#shapeKeys}
     */
    default Parameters parameters(NamedArrays state, int users) {
        throw new UnsupportedOperationException(getClass() + " learns nothing to go on from");
    }

    /**
     * How much popularity counts in the stored item embeddings. A new item is scaled in the same way. Fails where that
     * is left open.
     */
    default ItemScale scale() {
        return ItemScale.NONE;
    }

    /**
     * Checks that nodes have an input.
     *
     * @param haveFeatures whether a property of nodes is named as a feature
     * @throws IllegalArgumentException where they have none, with the way out
     */
    default void requireInputs(boolean haveFeatures) {}
}
