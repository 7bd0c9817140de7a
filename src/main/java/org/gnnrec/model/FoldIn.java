package org.gnnrec.model;

import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.SparseSums;

/** Embeds users and items from what they have now, by a trained model. Thread-safe. */
public interface FoldIn {
    /** The embedding of a user with the items of a row of {@code items}. */
    float[] embedding(UserInput user, CsrGraph items, int row);

    /**
     * The embedding of an item that training did not know, or null where the model cannot make one.
     *
     * @param features of the item, one row
     * @param users of the item, one row
     */
    default float[] embeddingOfNewItem(FeatureMatrix features, CsrGraph users) {
        return null;
    }

    /** Whether {@link #addScores} writes anything. */
    default boolean scoresItems() {
        return false;
    }

    /**
     * Writes what the items of a row say of others beside the inner product of embeddings. It is added to that product.
     * The score of an item without an entry is the product alone.
     *
     * @param scores by item, empty before
     */
    default void addScores(UserInput user, CsrGraph items, int row, SparseSums scores) {}

    /** The parts that its scores are a sum of, by name, each with embeddings of the same width; empty if it is one. */
    default Map<String, FoldIn> parts() {
        return Map.of();
    }

    /**
     * What a user's items contribute to the score of an item.
     *
     * @param items those of the user, one row
     */
    Contributions contributions(UserInput user, CsrGraph items, ItemInput item, Cancellation cancellation);
}
