package org.gnnrec.model;

import org.gnnrec.linalg.NamedArrays;

/**
 * One model of a {@link ModelType} with its hyperparameters: how it learns, how it serves, what it takes. Immutable and
 * thread-safe.
 */
public interface ModelSpec {
    /** d, the width of an embedding. */
    int dimension();

    /** How a trained model of this specification embeds users and items from what they have now. */
    FoldIn foldIn(FittedModel model);

    /** Bytes that learning holds beside the graphs, the learned rows with their gradient, the batch and the loss. */
    long bytes(TrainingSize size);

    /**
     * What a warm start goes on from, of the arrays of a stored model with so many users.
     *
     * @throws UnsupportedOperationException where the type has no {@link ModelType#shapeKeys}
     */
    default Parameters parameters(NamedArrays state, int users) {
        throw new UnsupportedOperationException(getClass() + " learns nothing to go on from");
    }

    /** How much popularity counts in the item embeddings that are stored; a new item is scaled alike. */
    default ItemScale scale() {
        return ItemScale.NONE;
    }

    /**
     * Checks that nodes have something before the model sees them.
     *
     * @param haveFeatures whether a property of nodes is named as a feature
     * @throws IllegalArgumentException where they have not, with the way out
     */
    default void requireInputs(boolean haveFeatures) {}
}
