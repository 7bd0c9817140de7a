package org.gnnrec.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.models.ModelTypes;

/** A model with random parameters in the place of learned ones, or one that is solved in closed form. */
public record RandomModel(ModelSpec spec, CsrGraph rows, TrainedModel trained) {

    private static final long SEED = 42;
    private static final double SMALL = 0.3;

    /** The model of a configuration from Cypher; where that leaves it open, popularity counts nothing more in scores. */
    public static RandomModel of(Map<String, Object> configuration, CsrGraph rows, Features features) {
        Map<String, Object> settled = new HashMap<>(Map.of("normExponent", 1, "degreeExponent", 0));
        settled.putAll(configuration);
        return of(ModelTypes.installed().spec((String) settled.get("modelType"), settled), rows, features);
    }

    public static RandomModel of(Map<String, Object> configuration, CsrGraph rows) {
        return of(configuration, rows, Features.none(rows.rowCount(), rows.columnCount()));
    }

    public static RandomModel of(ModelSpec spec, CsrGraph rows, Features features) {
        TrainingGraph graph = new TrainingGraph(rows, features);
        try (Parallel parallel = new Parallel(2)) {
            Workers workers = Workers.of(parallel, Cancellation.NEVER);
            TrainedModel trained = spec instanceof ClosedSpec closed
                    ? closed.solve(graph, SEED, workers)
                    : learned((SteppedSpec) spec, graph, workers);
            return new RandomModel(spec, rows, trained);
        }
    }

    private static TrainedModel learned(SteppedSpec spec, TrainingGraph graph, Workers workers) {
        SplittableRandom random = new SplittableRandom(SEED);
        CsrGraph rows = graph.edges().userItems();
        Encoder encoder = spec.encoder(graph, SEED, random, workers);
        encoder.initialize(random);
        encoder.weights().forEach(weight -> shake(weight.values().data(), random));
        TrainedModel trained = encoder.model(base(spec, rows, random));
        spec.scale().apply(trained.items(), ItemScale.expectedDegrees(rows));
        return trained;
    }

    /** Zeros for the nodes that have no row of their own. */
    private static Embeddings base(SteppedSpec spec, CsrGraph rows, SplittableRandom random) {
        Embeddings base = Embeddings.zeros(rows.rowCount(), rows.columnCount(), spec.dimension());
        if (spec.learnsUsers()) {
            shake(base.users().data(), random);
        }
        if (spec.learnsItems()) {
            shake(base.items().data(), random);
        }
        return base;
    }

    /** Moves every number, so that none is where it began: biases begin at zero. */
    private static void shake(float[] values, SplittableRandom random) {
        for (int n = 0; n < values.length; n++) {
            values[n] += (float) random.nextDouble(-SMALL, SMALL);
        }
    }

    /** As serving has it. */
    public FittedModel fitted() {
        return new FittedModel(rows, trained.items(), trained.state());
    }

    public FoldIn foldIn() {
        return spec.foldIn(fitted());
    }
}
