package org.gnnrec.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.models.ModelTypes;

/** A model that learns by steps, with random parameters in the place of learned ones. */
public record RandomModel(SteppedSpec spec, CsrGraph rows, TrainedModel trained) {

    private static final long SEED = 42;
    private static final double SMALL = 0.3;

    /** The model of a configuration from Cypher; where that leaves it open, popularity counts nothing more in scores. */
    public static RandomModel of(Map<String, Object> configuration, CsrGraph rows, Features features) {
        Map<String, Object> settled = new HashMap<>(Map.of("normExponent", 1, "degreeExponent", 0));
        settled.putAll(configuration);
        return of((SteppedSpec) ModelTypes.installed().spec((String) settled.get("modelType"), settled), rows,
                features);
    }

    public static RandomModel of(Map<String, Object> configuration, CsrGraph rows) {
        return of(configuration, rows, Features.none(rows.rowCount(), rows.columnCount()));
    }

    public static RandomModel of(SteppedSpec spec, CsrGraph rows, Features features) {
        return new RandomModel(spec, rows, trained(spec, rows, features));
    }

    private static TrainedModel trained(SteppedSpec spec, CsrGraph rows, Features features) {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Parallel parallel = new Parallel(2)) {
            Encoder encoder = spec.encoder(new TrainingGraph(rows, features), SEED, random,
                    Workers.of(parallel, Cancellation.NEVER));
            encoder.initialize(random);
            encoder.weights().forEach(weight -> shake(weight.values().data(), random));
            TrainedModel trained = encoder.model(base(spec, rows, random));
            spec.scale().apply(trained.items(), ItemScale.expectedDegrees(rows));
            return trained;
        }
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
