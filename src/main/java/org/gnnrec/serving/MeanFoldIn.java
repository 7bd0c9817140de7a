package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.pinsage.ImportanceRow;
import org.gnnrec.model.pinsage.ItemMean;
import org.neo4j.graphdb.Node;

/**
 * The embedding of a user of PinSage: the mean of their items as they are now, which is exact, for a user that training did
 * not know as well. O(items of the user * d). A new item runs through the layers with its features, as they are now, and
 * with what the items of its users had before each layer when the model was trained.
 */
final class MeanFoldIn implements FoldIn {
    private final ServedModel model;
    private final NetworkShape shape;

    MeanFoldIn(ServedModel model) {
        this.model = model;
        this.shape = model.info().network();
    }

    @Override
    public float[] embedding(int user, CsrGraph items, int row) {
        int d = model.dimension();
        float[] mean = new float[d];
        // Not the embeddings of the items themselves: those are scaled by what popularity counts.
        ItemMean.set(items, row, model.messages(), model.messages().cols() - d, d, mean, 0);
        return mean;
    }

    @Override
    public float[] embeddingOfNew(Node user, CsrGraph items, int row) {
        return embedding(-1, items, row);
    }

    @Override
    public float[] embeddingOfNewItem(Node item, CsrGraph users) {
        CsrGraph neighbors = ImportanceRow.of(users, model.rows(), shape.importanceNeighbors());
        return new NewItems(model, shape).embedding(item, users, model.messages(), neighbors);
    }
}
