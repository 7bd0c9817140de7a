package org.gnnrec.model;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;

/**
 * A trained model. The score of a pair is the inner product of their rows in {@code users} and {@code items}.
 *
 * @param users final user embeddings, users x d
 * @param items final item embeddings, items x d
 * @param state what fold-in and a warm start need beside the items, under names that the type of model gives
 */
public record TrainedModel(DenseMatrix users, DenseMatrix items, NamedArrays state) {
    /** Names of arrays that a warm start needs, but not fold-in, begin with this. Serving does not load them. */
    public static final String LEARNED = "learned.";
}
