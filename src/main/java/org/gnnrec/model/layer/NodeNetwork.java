package org.gnnrec.model.layer;

import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.ItemScale;

/**
 * The layers of a trained model for one node at a time, in plain Java: serving needs no native library. Thread-safe.
 *
 * @param scale how the item embeddings of the model were scaled
 */
public record NodeNetwork(LayerFactory factory, ItemScale scale, FittedModel model) {
    public NamedArrays state() {
        return model.state();
    }

    public int dimension() {
        return model.dimension();
    }

    /** The layers for a node with this many neighbors. */
    NodePass pass(int neighbors) {
        RowProducts products = new RowProducts(DenseAlgebra.java(), new Parallel(1));
        return new NodePass(factory.layers(NodePass.sources(neighbors), Linears.stored(state(), products)));
    }

    /**
     * The embedding of a node. O(neighbors * d + d^2) a layer, or where layers transform what a neighbor sends
     * O(neighbors * d^2).
     *
     * @param input what the node has before the first layer
     * @param neighborLayers what the nodes that can be its neighbors have before each layer, side by side
     * @param neighbors a graph in whose row the node's neighbors are
     */
    float[] embed(float[] input, DenseMatrix neighborLayers, CsrGraph neighbors, int row) {
        return pass(neighbors.degree(row)).embedding(input, neighborLayers, neighbors, row);
    }

    /** What a new user has before the first layer: their features by the weight of the users. */
    float[] inputOfUser(FeatureMatrix features) {
        return input(features, FeatureInputs.weightName("users"));
    }

    /** What a new item has before the first layer: its features by the weight of the items. */
    public float[] inputOfItem(FeatureMatrix features) {
        return input(features, FeatureInputs.weightName("items"));
    }

    private float[] input(FeatureMatrix features, String weightName) {
        float[] input = new float[dimension()];
        if (features.columnCount() > 0) {
            DenseMatrix weight = LayerState.weight(state(), weightName);
            Kernels.get().gather(features.columns(), features.values(), 0, features.entryCount(), weight.data(),
                    input.length, input, 0);
        }
        return input;
    }

    /**
     * The embedding of a new item, scaled like the item embeddings of the training.
     *
     * @param input what the item has before the first layer
     * @param users of the item, one row
     * @param neighbors one row, whose columns are the rows of {@code neighborLayers}
     */
    public float[] newItem(float[] input, CsrGraph users, DenseMatrix neighborLayers, CsrGraph neighbors) {
        float[] embedding = embed(input, neighborLayers, neighbors, 0);
        scale.apply(new DenseMatrix(1, embedding.length, embedding),
                new double[]{ model.degreeOfNew(users.rowWeight(0)) });
        return embedding;
    }
}
