package org.gnnrec.model.layer;

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

/**
 * The embedding of a node by the layers of the model. They run for this node alone, over what its neighbors had before
 * each layer when the model was trained. This is exact for one layer; with more, the neighbors do not notice the
 * change. A node that training did not know has its present features before the first layer, or zeros without any.
 */
final class LayeredFoldIn implements FoldIn {
    private final NodeNetwork network;
    private final DenseMatrix userLayers;
    private final DenseMatrix itemLayers;

    LayeredFoldIn(NodeNetwork network) {
        this.network = network;
        this.userLayers = network.state().matrix(LayerState.USER_LAYERS);
        this.itemLayers = network.state().matrix(LayerState.ITEM_LAYERS);
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        return network.embed(input(user), itemLayers, items, row);
    }

    /** What the user has before the first layer. */
    private float[] input(UserInput user) {
        return user.isKnown()
                ? Arrays.copyOf(userLayers.row(user.index()), network.dimension())
                : network.inputOfUser(user.features());
    }

    @Override
    public float[] embeddingOfNewItem(FeatureMatrix features, CsrGraph users) {
        return network.newItem(network.inputOfItem(features), users, userLayers, users);
    }

    /**
     * How much the score falls without each item, and with zeros in place of what the user has before the first layer.
     * The layers run again for each, see {@link NodePass#withoutEach}.
     */
    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput scored, Cancellation cancellation) {
        float[] item = scored.embedding();
        NodePass pass = network.pass(items.edgeCount());
        float[] input = input(user);
        double withoutOwn = score(pass.embedding(new float[input.length], itemLayers, items, 0), 0, item);
        double score = score(pass.embedding(input, itemLayers, items, 0), 0, item);
        float[] attention = pass.attention();
        DenseMatrix without = pass.withoutEach(input, itemLayers, items, 0, cancellation);
        double[] drops = new double[items.edgeCount()];
        Arrays.setAll(drops, n -> score - score(without.data(), without.offset(n), item));
        return Contributions.drops(drops, score - withoutOwn, attention);
    }

    private static double score(float[] embeddings, int offset, float[] item) {
        return Kernels.get().dot(embeddings, offset, item, 0, item.length);
    }
}
