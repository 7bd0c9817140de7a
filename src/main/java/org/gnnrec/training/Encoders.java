package org.gnnrec.training;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.encoder.Encoder;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.LayeredEncoder;
import org.gnnrec.model.lightgcn.LightGcn;
import org.gnnrec.model.lightgcn.LightGcnConfig;
import org.gnnrec.model.pinsage.PinSageEncoder;
import org.gnnrec.model.pinsage.PinSageShape;

/** The encoder of a configuration that leaves nothing open. */
final class Encoders {
    private Encoders() {}

    /** Its dense weights are zero. */
    static Encoder of(TrainingGraph graph, TrainingConfig config, SplittableRandom random,
            Workers workers) {
        return switch (config.encoder().modelType()) {
            case LIGHTGCN -> lightGcn(graph.edges(), config, random, workers);
            case GRAPHSAGE, GAT -> layered(graph, config, random, workers);
            case PINSAGE -> pinSage(graph, config, random, workers);
        };
    }

    private static Encoder lightGcn(BipartiteGraph graph, TrainingConfig config, SplittableRandom random,
            Workers workers) {
        LightGcnConfig shape = new LightGcnConfig(config.layers(), config.embeddingDimension(),
                config.isRowNormalized(), config.neighborSamplesOf(graph.edgeCount()));
        return new LightGcn(graph, shape, random, workers.parallel(), workers.cancellation());
    }

    private static Encoder layered(TrainingGraph graph, TrainingConfig config,
            SplittableRandom random,
            Workers workers) {
        BipartiteGraph edges = graph.edges();
        return new LayeredEncoder(edges, graph.features(), config.embeddingDimension(),
                layers(config, edges.userCount() + edges.itemCount(), workers),
                config.encoder().sampleSizes().stream().mapToInt(Integer::intValue).toArray(),
                config.encoder().newNodeRate(), random,
                workers.parallel(), workers.cancellation());
    }

    private static Encoder pinSage(TrainingGraph graph, TrainingConfig config,
            SplittableRandom random, Workers workers) {
        PinSageShape shape = new PinSageShape(layers(config, graph.edges().itemCount(), workers),
                config.embeddingDimension(), config.encoder().sampleSizes(), config.encoder().newNodeRate());
        return new PinSageEncoder(graph.edges(), graph.importance(config, workers), graph.features().items(), shape,
                random, workers.parallel(), workers.cancellation());
    }

    private static List<Layer> layers(TrainingConfig config, int sources, Workers workers) {
        NetworkShape shape = new NetworkShape(config.encoder().modelType(), config.layers(),
                config.embeddingDimension(), config.encoder().aggregator(), config.encoder().gat(),
                config.encoder().importanceNeighbors());
        return shape.build(sources, new RowProducts(DenseAlgebra.get(), workers.parallel()));
    }
}
