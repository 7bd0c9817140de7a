package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.model.ServedModel;
import org.neo4j.graphdb.Node;

/** A user's embedding from the items they have now. Thread-safe. */
interface FoldIn {
    /** The embedding of a user that training knew, by dense index, with the items of a row of {@code items}. */
    float[] embedding(int user, CsrGraph items, int row);

    /** The embedding of a user that training did not know. */
    float[] embeddingOfNew(Node user, CsrGraph items, int row);

    /** The embedding of an item that training did not know, by one row of its users; null if the model makes none. */
    default float[] embeddingOfNewItem(Node item, CsrGraph users) {
        return null;
    }

    /**
     * What a user's items contribute to the score of an item.
     *
     * @param index the dense index of the user, negative if training did not know them
     * @param items the user's items, one row
     * @param item the embedding of an item
     * @param cancellation asked now and then; throws to end the work
     */
    Contributions contributions(Node user, int index, CsrGraph items, float[] item, Cancellation cancellation);

    /** The fold-in of this model. */
    static FoldIn of(ServedModel model) {
        return switch (model.info().type()) {
            case LIGHTGCN -> new LinearFoldIn(model);
            case GRAPHSAGE, GAT -> new LayeredFoldIn(model);
            case PINSAGE -> new MeanFoldIn(model);
        };
    }
}
