package org.gnnrec.serving;

import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;
import org.gnnrec.store.FeatureValues;
import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;

/** Items that training did not know, by the layers of the model and their present features. */
record NewItems(ServedModel model, NetworkShape shape) {
    /** The present features of an item. */
    FeatureMatrix features(Node item) {
        return FeatureValues.encode(item, IdValue.of(item, model.info().items().idProperty()),
                model.features().items());
    }

    /** What an item with these features has before the first layer. */
    float[] input(FeatureMatrix features) {
        return shape.inputOfNew(model, false, features);
    }

    /**
     * The embedding of an item, scaled by its popularity as the trained embeddings are.
     *
     * @param input what the item has before the first layer
     * @param users of the item, one row
     * @param neighborLayers what the nodes that can be its neighbors had before each layer
     * @param neighbors one row of them
     */
    float[] embedding(float[] input, CsrGraph users, DenseMatrix neighborLayers, CsrGraph neighbors) {
        float[] embedding = shape.embed(model.weights(), input, neighborLayers, neighbors, 0);
        model.scaleOfItems().apply(new DenseMatrix(1, embedding.length, embedding),
                new double[]{ model.degreeOfNew(users.rowWeight(0)) });
        return embedding;
    }
}
