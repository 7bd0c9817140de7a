package org.gnnrec.model.sparse;

import java.util.Arrays;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.SparseRows;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.DegreePowers;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/** One model of {@link SparseType} with its hyperparameters. Its embeddings have no floats. */
record SparseSpec(Config config) implements ClosedSpec {
    /** Edges of a walk that takes about two milliseconds. */
    private static final long WALK_EDGES = 1_000_000;
    /** Users whose walks are measured. */
    private static final int MEASURED = 256;
    private static final long ENTRY_BYTES = 8;

    @Override
    public int dimension() {
        return 0;
    }

    @Override
    public TrainedModel solve(TrainingGraph graph, long seed, Workers workers) {
        BipartiteGraph edges = graph.edges();
        return new TrainedModel(DenseMatrix.zeros(edges.userCount(), 0), DenseMatrix.zeros(edges.itemCount(), 0),
                isWalk(graph) ? NamedArrays.NONE : rows(graph, workers).toArrays());
    }

    private boolean isWalk(TrainingGraph graph) {
        Boolean exact = config.get(SparseKeys.EXACT);
        return config.require(SparseKeys.METHOD) == Method.TWO_HOP
                && (exact == null ? isShort(walk(graph.edges())) : exact);
    }

    /** True if the walks of users, of whom every n-th is measured, pass few edges in the mean. */
    private static boolean isShort(TwoHops walk) {
        int users = walk.userCount();
        int step = Math.ceilDiv(users, MEASURED);
        long edges = 0;
        for (int user = 0; user < users; user += step) {
            edges += walk.edges(user);
        }
        return edges <= WALK_EDGES * Math.ceilDiv(users, step);
    }

    private SparseRows rows(TrainingGraph graph, Workers workers) {
        int neighbors = config.get(SparseKeys.NEIGHBORS);
        double userExponent = config.require(SparseKeys.USER_EXPONENT);
        if (config.require(SparseKeys.METHOD) == Method.SLIM) {
            return Slim.weights(graph, neighbors, userExponent, config.require(SparseKeys.REGULARIZATION), workers);
        }
        CsrGraph rows = graph.edges().userItems();
        return NearestItems.of(graph.edges(), UserDegrees.factors(rows, userExponent),
                DegreePowers.of(rows, config.require(SparseKeys.OUTPUT_EXPONENT)), neighbors, workers);
    }

    private TwoHops walk(BipartiteGraph graph) {
        return new TwoHops(graph,
                UserDegrees.factors(graph.userItems(), config.require(SparseKeys.USER_EXPONENT)));
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        ItemVoices voices = model.state().asMap().isEmpty()
                ? walk(BipartiteGraph.of(model.rows()))
                : new ItemRows(SparseRows.of(model.state()));
        return new SparseFoldIn(model, voices, config.require(SparseKeys.INPUT_EXPONENT),
                config.require(SparseKeys.OUTPUT_EXPONENT));
    }

    @Override
    public void requireFits(FittedModel model, FeatureSchemas features) {
        SparseKeys.CHOSEN.forEach(config::require);
        if (model.dimension() != 0) {
            throw new IllegalArgumentException(
                    "the embeddings of items must have no floats but have " + model.dimension());
        }
        boolean mayWalk = config.require(SparseKeys.METHOD) == Method.TWO_HOP;
        if (!mayWalk || !model.state().asMap().isEmpty()) {
            SparseRows.of(model.state()).requireSquare(model.items().rows());
        }
    }

    /** The nearest items and the weights of each, both directions of one of them, and the sums of what items share. */
    @Override
    public long bytes(TrainingSize size) {
        long entries = size.items() * Math.min(size.items(), config.get(SparseKeys.NEIGHBORS));
        return 4 * ENTRY_BYTES * entries + Gram.bytes(size.users(), size.items());
    }
}
