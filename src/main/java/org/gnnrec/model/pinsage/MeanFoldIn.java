package org.gnnrec.model.pinsage;

import java.util.Arrays;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.model.layer.LayerState;
import org.gnnrec.model.layer.NodeNetwork;

/**
 * The embedding of a user of PinSage: the mean of their items as they are now. It is exact, also for a user that
 * training did not know. O(items of the user * d). A new item runs through the layers with its present features and
 * with what the items of its users had before each layer when the model was trained. Without features it begins as the
 * mean of those, because no item of a training begins as nothing.
 */
final class MeanFoldIn implements FoldIn {
    private final NodeNetwork network;
    private final DenseMatrix itemLayers;
    private final int importanceNeighbors;

    MeanFoldIn(NodeNetwork network, int importanceNeighbors) {
        this.network = network;
        this.itemLayers = network.state().matrix(LayerState.ITEM_LAYERS);
        this.importanceNeighbors = importanceNeighbors;
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        float[] mean = new float[network.dimension()];
        ItemMean.set(items, row, itemLayers, lastColumn(), mean.length, mean, 0);
        return mean;
    }

    /** The terms of {@code <e_u, e_i>}, divided by the length that the sum of the items has before it is scaled. */
    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput scored, Cancellation cancellation) {
        float[] item = scored.embedding();
        double length = Arrays.stream(products(items, embedding(user, items, 0))).sum();
        double[] terms = Arrays.stream(products(items, item)).map(term -> length > 0 ? term / length : 0).toArray();
        return Contributions.terms(terms, null);
    }

    /** The inner products of a vector with each item's part of the sum. With the mean they add up to its length. */
    private double[] products(CsrGraph items, float[] vector) {
        double[] products = new double[items.edgeCount()];
        for (int e = 0; e < products.length; e++) {
            products[e] = items.weight(e) * (double) Kernels.get().dot(itemLayers.data(),
                    itemLayers.offset(items.neighbors()[e]) + lastColumn(), vector, 0, vector.length);
        }
        return products;
    }

    /** The column where the embeddings of items begin. The served embeddings are others: popularity scales them. */
    private int lastColumn() {
        return itemLayers.cols() - network.dimension();
    }

    @Override
    public float[] embeddingOfNewItem(FeatureMatrix features, CsrGraph users) {
        CsrGraph neighbors = ImportanceRow.of(users, network.model().rows(), importanceNeighbors);
        float[] input = features.entryCount() > 0 ? network.inputOfItem(features) : meanInput(neighbors);
        return network.newItem(input, users, itemLayers, neighbors);
    }

    /** What the neighbors have before the first layer, whose weights add up to one. */
    private float[] meanInput(CsrGraph neighbors) {
        float[] mean = new float[network.dimension()];
        for (int e = 0; e < neighbors.edgeCount(); e++) {
            Kernels.get().axpy(neighbors.weight(e), itemLayers.data(), itemLayers.offset(neighbors.neighbors()[e]),
                    mean, 0, mean.length);
        }
        return mean;
    }
}
