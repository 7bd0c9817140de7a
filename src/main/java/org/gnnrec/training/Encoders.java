package org.gnnrec.training;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.RandomWalks;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.encoder.Encoder;
import org.gnnrec.model.lightgcn.LightGcn;
import org.gnnrec.model.lightgcn.LightGcnConfig;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.LayeredEncoder;
import org.gnnrec.model.pinsage.PinSageEncoder;
import org.gnnrec.model.pinsage.PinSageShape;

/** The encoder of a configuration that leaves nothing open. */
final class Encoders {
    private Encoders() {}

    /** Its dense weights are zero. */
    static Encoder of(BipartiteGraph graph, Features features, TrainingConfig config, SplittableRandom random,
            Workers workers) {
        return switch (config.encoder().modelType()) {
            case LIGHTGCN -> lightGcn(graph, config, random, workers);
            case GRAPHSAGE, GAT -> layered(graph, features, config, random, workers);
            case PINSAGE -> pinSage(graph, features, config, random, workers);
        };
    }

    private static Encoder lightGcn(BipartiteGraph graph, TrainingConfig config, SplittableRandom random,
            Workers workers) {
        LightGcnConfig shape = new LightGcnConfig(config.layers(), config.embeddingDimension(),
                config.isRowNormalized(), config.neighborSamplesOf(graph.edgeCount()));
        return new LightGcn(graph, shape, random, workers.parallel(), workers.checkpoint()::pass);
    }

    private static Encoder layered(BipartiteGraph graph, Features features, TrainingConfig config,
            SplittableRandom random,
            Workers workers) {
        return new LayeredEncoder(graph, features, config.embeddingDimension(),
                layers(config, graph.userCount() + graph.itemCount(), workers),
                config.encoder().sampleSizes().stream().mapToInt(Integer::intValue).toArray(),
                config.encoder().newNodeRate(), random,
                workers.parallel(), workers.checkpoint()::pass);
    }

    private static Encoder pinSage(BipartiteGraph graph, Features features, TrainingConfig config,
            SplittableRandom random, Workers workers) {
        CsrGraph importance = walks(graph, config, workers.parallel(), workers.checkpoint()::pass).neighborhoods();
        PinSageShape shape = new PinSageShape(layers(config, graph.itemCount(), workers), config.embeddingDimension(),
                config.encoder().sampleSizes(), config.encoder().newNodeRate());
        return new PinSageEncoder(graph, importance, features.items(), shape, random, workers.parallel(),
                workers.checkpoint()::pass);
    }

    /** Of the seed alone: whoever encodes the same graph again sees the same neighborhoods. */
    static RandomWalks walks(BipartiteGraph graph, TrainingConfig config, Parallel parallel, Runnable checkpoint) {
        return new RandomWalks(graph, config.encoder().importanceNeighbors(), config.randomSeed(), parallel,
                checkpoint);
    }

    private static List<Layer> layers(TrainingConfig config, int sources, Workers workers) {
        NetworkShape shape = new NetworkShape(config.encoder().modelType(), config.layers(),
                config.embeddingDimension(), config.encoder().aggregator(), config.encoder().gat(),
                config.encoder().importanceNeighbors());
        return shape.build(sources, new RowProducts(DenseAlgebra.get(), workers.parallel()));
    }
}
