package org.gnnrec.serving;

import java.util.Arrays;

import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;
import org.gnnrec.store.FeatureValues;
import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;

/**
 * The embedding of a node by the layers of the model, run for this node alone over what its neighbors had before each layer
 * when the model was trained: exact for one layer, with more as if they had not noticed. A node that training did not know
 * has its features, as they are now, before the first layer; without any zeros.
 */
final class LayeredFoldIn implements FoldIn {
    private final ServedModel model;
    private final NetworkShape shape;

    LayeredFoldIn(ServedModel model) {
        this.model = model;
        this.shape = model.info().network();
    }

    @Override
    public float[] embedding(int user, CsrGraph items, int row) {
        float[] input = Arrays.copyOf(model.userBase().row(user), model.dimension());
        return shape.embed(model.weights(), input, model.messages(), items, row);
    }

    @Override
    public float[] embeddingOfNew(Node user, CsrGraph items, int row) {
        FeatureMatrix features = FeatureValues.encode(user, IdValue.of(user, model.info().users().idProperty()),
                model.features().users());
        return shape.embed(model.weights(), shape.inputOfNew(model, true, features), model.messages(), items, row);
    }

    @Override
    public float[] embeddingOfNewItem(Node item, CsrGraph users) {
        return new NewItems(model, shape).embedding(item, users, model.userBase(), users);
    }
}
