package org.gnnrec.model.pinsage;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.walk.RandomWalks;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.Loss;
import org.gnnrec.model.Parameters;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.LayerState;
import org.gnnrec.model.layer.LayeredSpec;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.model.layer.NodeNetwork;
import org.gnnrec.model.layer.StoredLayers;

/**
 * One PinSage with its hyperparameters.
 *
 * @param importanceNeighbors the most neighbors that random walks give an item
 */
record PinSageSpec(Config config, int importanceNeighbors) implements LayeredSpec {
    /** Means of items alone give more popular lists than learned users. */
    private static final ItemScale FIRST_SCALE = new ItemScale(0, 0.15);

    /** The key of the neighborhoods of a graph. All fits with this seed share them. */
    private record Neighborhoods(int most, long seed) {}

    @Override
    public List<Layer> layers(int sources, Linears linears) {
        return PinSage.layers(sampleSizes().size(), dimension(), sources, linears);
    }

    @Override
    public Encoder encoder(TrainingGraph graph, long seed, SplittableRandom random, Workers workers) {
        RowProducts products = new RowProducts(DenseAlgebra.get(), workers.parallel());
        PinSageShape shape = new PinSageShape(layers(graph.edges().itemCount(), Linears.zeros(products)), dimension(),
                sampleSizes(),
                newNodeRate());
        CsrGraph neighborhoods = graph.once(new Neighborhoods(importanceNeighbors, seed),
                () -> walks(graph, seed, workers).neighborhoods());
        return new PinSageEncoder(graph.edges(), neighborhoods, graph.features().items(), shape, random, workers);
    }

    /** The walks depend on the seed alone: a second walk over the graph reaches the same items. */
    private RandomWalks walks(TrainingGraph graph, long seed, Workers workers) {
        return new RandomWalks(graph.edges(), importanceNeighbors, seed, workers);
    }

    @Override
    public boolean hasHardNegatives() {
        return true;
    }

    @Override
    public CsrGraph hardNegatives(TrainingGraph graph, long seed, Workers workers) {
        return walks(graph, seed, workers).band();
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        return new MeanFoldIn(new NodeNetwork(this, scale(), model), importanceNeighbors);
    }

    /** The head is one more layer. */
    @Override
    public void requireFits(FittedModel model, FeatureSchemas features) {
        StoredLayers stored = new StoredLayers(this, dimension(), model);
        stored.requireRows(LayerState.ITEM_LAYERS, LayerState.ITEM_BASE, model.items().rows(),
                sampleSizes().size() + 1);
        stored.requireWeights(0, features.items().columnCount());
        scale();
    }

    /** Users have nothing of their own. */
    @Override
    public Parameters parameters(NamedArrays state, int users) {
        Embeddings base = new Embeddings(DenseMatrix.zeros(users, dimension()), state.matrix(LayerState.ITEM_BASE));
        return new Parameters(base, LayerState.weights(state));
    }

    @Override
    public boolean learnsUsers() {
        return false;
    }

    @Override
    public ItemScale firstScale() {
        return FIRST_SCALE;
    }

    /** A convolution transforms what it reads, with a gradient. */
    @Override
    public long readBytes() {
        return 10L * dimension();
    }

    @Override
    public long writtenBytes() {
        return 15L * dimension();
    }

    @Override
    public long bytes(TrainingSize size) {
        boolean hard = config.get(StepKeys.LOSS) == Loss.MARGIN;
        return new PinSageEstimate(size, importanceNeighbors, hard, dimension(), sampleSizes()).bytes();
    }
}
