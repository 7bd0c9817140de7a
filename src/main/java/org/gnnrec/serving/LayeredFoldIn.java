package org.gnnrec.serving;

import java.util.Arrays;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.layer.NodePass;
import org.gnnrec.store.FeatureValues;
import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;

/**
 * The embedding of a node by the layers of the model. They run for this node alone, over what its neighbors had before
 * each layer when the model was trained. This is exact for one layer; with more, the neighbors do not notice the
 * change. A node that training did not know has its present features before the first layer, or zeros without any.
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
        return shape.embed(model.weights(), inputOf(user), model.messages(), items, row);
    }

    @Override
    public float[] embeddingOfNew(Node user, CsrGraph items, int row) {
        return shape.embed(model.weights(), inputOfNew(user), model.messages(), items, row);
    }

    /** What the user has before the first layer. */
    private float[] inputOf(int user) {
        return Arrays.copyOf(model.userBase().row(user), model.dimension());
    }

    private float[] inputOfNew(Node user) {
        FeatureMatrix features = FeatureValues.encode(user, IdValue.of(user, model.info().users().idProperty()),
                model.features().users());
        return shape.inputOfNew(model, true, features);
    }

    @Override
    public float[] embeddingOfNewItem(Node item, CsrGraph users) {
        NewItems items = new NewItems(model, shape);
        return items.embedding(items.input(items.features(item)), users, model.userBase(), users);
    }

    /**
     * How much the score falls without each item, and with zeros in place of what the user has before the first layer.
     * The layers run again for each, see {@link NodePass#withoutEach}.
     */
    @Override
    public Contributions contributions(Node user, int index, CsrGraph items, float[] item, Cancellation cancellation) {
        NodePass pass = shape.pass(model.weights(), items.edgeCount());
        float[] input = index < 0 ? inputOfNew(user) : inputOf(index);
        double withoutOwn = score(pass.embedding(new float[input.length], model.messages(), items, 0), 0, item);
        double score = score(pass.embedding(input, model.messages(), items, 0), 0, item);
        float[] attention = pass.attention();
        DenseMatrix without = pass.withoutEach(input, model.messages(), items, 0, cancellation);
        double[] drops = new double[items.edgeCount()];
        Arrays.setAll(drops, n -> score - score(without.data(), without.offset(n), item));
        return Contributions.drops(drops, score - withoutOwn, attention);
    }

    private static double score(float[] embeddings, int offset, float[] item) {
        return Kernels.get().dot(embeddings, offset, item, 0, item.length);
    }
}
