package org.gnnrec.model.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.Parameters;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/** A model of layers over sampled neighborhoods: it is read from a {@link LayerKeys#complete} configuration. */
public interface LayeredSpec extends SteppedSpec, LayerFactory {
    /** With it, where lengths do not count, lists are about as popular as those of LightGCN, where they count. */
    ItemScale FIRST_SCALE = new ItemScale(0, 0.2);

    Config config();

    /** Bytes that a layer holds in a step for each row that it reads, beside the row. */
    long readBytes();

    /** Bytes that a layer holds in a step for each row that it writes, beside the row. */
    long writtenBytes();

    /** The most neighbors of a node in each hop, the one from the batch first. */
    default List<Integer> sampleSizes() {
        return config().get(LayerKeys.SAMPLE_SIZES);
    }

    default double newNodeRate() {
        return config().get(LayerKeys.NEW_NODE_RATE);
    }

    @Override
    default int dimension() {
        return config().get(StepKeys.EMBEDDING_DIMENSION);
    }

    @Override
    default Encoder encoder(TrainingGraph graph, long seed, SplittableRandom random, Workers workers) {
        BipartiteGraph edges = graph.edges();
        RowProducts products = new RowProducts(DenseAlgebra.get(), workers.parallel());
        return new LayeredEncoder(edges, graph.features(), dimension(),
                layers(edges.userCount() + edges.itemCount(), Linears.zeros(products)),
                sampleSizes().stream().mapToInt(Integer::intValue).toArray(), newNodeRate(), random, workers);
    }

    @Override
    default FoldIn foldIn(FittedModel model) {
        return new LayeredFoldIn(new NodeNetwork(this, scale(), model));
    }

    @Override
    default void requireFits(FittedModel model, FeatureSchemas features) {
        StoredLayers stored = new StoredLayers(this, dimension(), model);
        int count = Math.max(1, sampleSizes().size());
        stored.requireRows(LayerState.USER_LAYERS, LayerState.USER_BASE, model.rows().rowCount(), count);
        stored.requireRows(LayerState.ITEM_LAYERS, LayerState.ITEM_BASE, model.items().rows(), count);
        stored.requireWeights(features.users().columnCount(), features.items().columnCount());
        scale();
    }

    @Override
    default Parameters parameters(NamedArrays state, int users) {
        return new Parameters(new Embeddings(state.matrix(LayerState.USER_BASE), state.matrix(LayerState.ITEM_BASE)),
                LayerState.weights(state));
    }

    @Override
    default long bytes(TrainingSize size) {
        return new LayersEstimate(size.nodes(), 2 * size.edges(), dimension(), readBytes(), writtenBytes())
                .bytes(size.batchRows(), sampleSizes());
    }

    @Override
    default ItemScale firstScale() {
        return FIRST_SCALE;
    }

    @Override
    default ItemScale scale() {
        return StepKeys.scale(config());
    }

    @Override
    default boolean isInductive() {
        return true;
    }

    @Override
    default boolean learnsUsers() {
        return config().get(LayerKeys.USE_IDS).ofUsers();
    }

    @Override
    default boolean learnsItems() {
        return config().get(LayerKeys.USE_IDS).ofItems();
    }

    @Override
    default double fullProducts() {
        return sampleSizes().size() - 1.0;
    }

    @Override
    default void requireInputs(boolean haveFeatures) {
        if (!haveFeatures && !learnsUsers() && !learnsItems()) {
            throw new IllegalArgumentException("useIds: " + config().get(LayerKeys.USE_IDS).value()
                    + " leaves nodes nothing to be told by. Name featureProperties, or leave it out");
        }
    }
}
