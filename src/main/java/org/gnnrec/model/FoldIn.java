package org.gnnrec.model;

import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;

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

    /**
     * What a user's items contribute to the score of an item.
     *
     * @param items those of the user, one row
     * @param item the embedding of an item
     */
    Contributions contributions(UserInput user, CsrGraph items, float[] item, Cancellation cancellation);
}
