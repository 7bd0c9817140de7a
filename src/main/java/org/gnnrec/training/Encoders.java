package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.encoder.Encoder;
import org.gnnrec.model.lightgcn.LightGcn;
import org.gnnrec.model.lightgcn.LightGcnConfig;
import org.gnnrec.model.layer.LayeredEncoder;

/** The encoder of a configuration that leaves nothing open. */
final class Encoders {
    private Encoders() {}

    /** Its dense weights are zero. */
    static Encoder of(BipartiteGraph graph, Features features, TrainingConfig config, SplittableRandom random,
            Workers workers) {
        return switch (config.encoder().modelType()) {
            case LIGHTGCN -> lightGcn(graph, config, random, workers);
            case GRAPHSAGE, GAT -> layered(graph, features, config, random, workers);
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
        RowProducts products = new RowProducts(DenseAlgebra.get(), workers.parallel());
        NetworkShape shape = new NetworkShape(config.encoder().modelType(), config.layers(),
                config.embeddingDimension(), config.encoder().aggregator(), config.encoder().gat());
        return new LayeredEncoder(graph, features, config.embeddingDimension(),
                shape.build(graph.userCount() + graph.itemCount(), products),
                config.encoder().sampleSizes().stream().mapToInt(Integer::intValue).toArray(),
                config.encoder().newNodeRate(), random,
                workers.parallel(), workers.checkpoint()::pass);
    }
}
