package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.model.ServedModel;
import org.neo4j.graphdb.Node;

/** A user's embedding from the items they have now. Thread-safe. */
interface FoldIn {
    /** The embedding of a user that training knew, a dense index, with the items of a row of {@code items}. */
    float[] embedding(int user, CsrGraph items, int row);

    /** The embedding of a user that training did not know. */
    float[] embeddingOfNew(Node user, CsrGraph items, int row);

    /** The embedding of an item that training did not know, by one row of users; null where the model has no way to one. */
    default float[] embeddingOfNewItem(Node item, CsrGraph users) {
        return null;
    }

    /**
     * What a user's items contribute to the score of an item.
     *
     * @param index the dense index of the user, negative where training did not know them
     * @param items those of the user, one row
     * @param item the embedding of an item
     * @param cancellation is run now and then, to end it
     */
    Contributions contributions(Node user, int index, CsrGraph items, float[] item, Cancellation cancellation);

    /** The one of this model. */
    static FoldIn of(ServedModel model) {
        return switch (model.info().type()) {
            case LIGHTGCN -> new LinearFoldIn(model);
            case GRAPHSAGE, GAT -> new LayeredFoldIn(model);
            case PINSAGE -> new MeanFoldIn(model);
        };
    }
}
