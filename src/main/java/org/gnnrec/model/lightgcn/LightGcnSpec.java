package org.gnnrec.model.lightgcn;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
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

/** One LightGCN with its hyperparameters. */
record LightGcnSpec(Config config) implements SteppedSpec {
    /** The most hops that pilots try. */
    static final int MOST_TRIED_LAYERS = 2;
    /** The hops of the papers that train by pairs. */
    static final int PAIRWISE_LAYERS = 3;
    private static final ItemScale FIRST_SCALE = new ItemScale(0.5, 0.1);
    private static final int LEAST_NEIGHBORS = 64;
    private static final int MOST_NEIGHBORS = 1_000_000;
    /** Neighbors of a row times interactions of the graph. */
    private static final long NEIGHBORS_BY_EDGES = 40_000_000;

    @Override
    public int dimension() {
        return config.get(StepKeys.EMBEDDING_DIMENSION);
    }

    @Override
    public boolean normalizesRows() {
        return Boolean.TRUE.equals(config.get(LightGcnKeys.ROW_NORMALIZATION));
    }

    @Override
    public ItemScale firstScale() {
        return FIRST_SCALE;
    }

    @Override
    public ItemScale scale() {
        return StepKeys.scale(config);
    }

    @Override
    public double fullProducts() {
        return config.get(LightGcnKeys.LAYERS) - 1.0;
    }

    /** The given number. Without it 64, and more below 625,000 interactions, where time does not matter. */
    int neighborSamples(long edges) {
        Integer given = config.get(LightGcnKeys.NEIGHBOR_SAMPLES);
        return given != null
                ? given
                : (int) Math.clamp(NEIGHBORS_BY_EDGES / Math.max(1, edges), LEAST_NEIGHBORS, MOST_NEIGHBORS);
    }

    @Override
    public Encoder encoder(TrainingGraph graph, long seed, SplittableRandom random, Workers workers) {
        LightGcnShape shape = shape(neighborSamples(graph.edges().edgeCount()));
        return new LightGcn(graph.edges(), shape, random, workers);
    }

    private LightGcnShape shape(int neighborSamples) {
        return new LightGcnShape(config.require(LightGcnKeys.LAYERS), dimension(), normalizesRows(), neighborSamples);
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        return new LinearFoldIn(model, shape(0));
    }

    @Override
    public void requireFits(FittedModel model, FeatureSchemas features) {
        NamedArrays state = model.state();
        int items = model.items().rows();
        state.matrix(LightGcn.USER_BASE, model.rows().rowCount(), model.dimension());
        state.matrix(LightGcn.MESSAGES, items, model.dimension());
        if (state.has(LightGcn.ITEM_BASE)) {
            state.matrix(LightGcn.ITEM_BASE, items, model.dimension());
        }
        shape(0);
    }

    @Override
    public Parameters parameters(NamedArrays state, int users) {
        DenseMatrix items = state.matrix(LightGcn.ITEM_BASE);
        return new Parameters(new Embeddings(state.matrix(LightGcn.USER_BASE, users, dimension()), items), List.of());
    }

    @Override
    public long bytes(TrainingSize size) {
        boolean triesBoth = size.heldOut() && triesPlusPlus(size.nodes(), size.selectEdges());
        return new LightGcnEstimate(mostLayers(), normalizesRows() || triesBoth, triesBoth,
                neighborSamples(size.edges()), dimension(), size).bytes();
    }

    /** The most hops that a training may try. */
    private int mostLayers() {
        Integer given = config.get(LightGcnKeys.LAYERS);
        return given != null ? given : isPairwise() && !normalizesRows() ? PAIRWISE_LAYERS : MOST_TRIED_LAYERS;
    }

    boolean isPairwise() {
        return config.get(StepKeys.LOSS).isPairwise();
    }

    /** True where a training on such a graph may choose LightGCN++. */
    boolean triesPlusPlus(long nodes, long edges) {
        return !config.has(LightGcnKeys.ROW_NORMALIZATION) && config.get(StepKeys.LOSS).isSoftmax()
                && TrainingSize.isSmall(edges) && TrainingSize.areFew(nodes)
                && (!config.has(LightGcnKeys.LAYERS) || config.get(LightGcnKeys.LAYERS) > 0);
    }
}
