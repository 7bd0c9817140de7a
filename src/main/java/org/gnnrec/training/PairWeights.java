package org.gnnrec.training;

import org.gnnrec.model.Embeddings;

/** How much the softmax of a pair of user and item counts, by the score of the pair. */
interface PairWeights {
    /** Every pair counts one. */
    PairWeights ONE = new PairWeights() {
        @Override
        public float of(int user, float score) {
            return 1;
        }

        @Override
        public float slope(int user, float score) {
            return 0;
        }
    };

    /** The weight, from 0 to 1. */
    float of(int user, float score);

    /** The derivative of {@link #of} by the score. */
    float slope(int user, float score);

    /** True if {@link #adapt} does something. */
    default boolean adapts() {
        return false;
    }

    /** Adapts the weights to the final rows as they are now, whose inner products are the scores. May be costly. */
    default void adapt(Embeddings last) {}
}
