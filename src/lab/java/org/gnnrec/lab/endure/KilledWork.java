package org.gnnrec.lab.endure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What the server does when it is killed: one of its works on one of the models, drawn from a seed, and the moment. */
final class KilledWork {
    static final List<String> MODELS = List.of("a", "b");
    /** How far past the usual time a moment may fall, so that the end of the work is hit too. */
    private static final double BEYOND = 1.1;
    private static final Map<String, Integer> DIMENSIONS = Map.of("a", 256, "b", 64);

    /** The kinds of work, and how long each is thought to take before one was seen. */
    enum Work {
        TRAIN(6_000), DROP(500), COMMUNITIES(1_500);

        private final long guessedMillis;

        Work(long guessedMillis) {
            this.guessedMillis = guessedMillis;
        }
    }

    /** One piece of work, and when after its start the kill falls. */
    record Chosen(Work work, String model, long killMillis) {
        /** Does it, until it ends or the server does. */
        void run(Cypher cypher, Map<String, Object> config) {
            switch (work) {
                case TRAIN -> train(cypher, model, config);
                case DROP -> cypher.rows("CALL gnnrec.model.drop($model)", "model", model);
                case COMMUNITIES -> communities(cypher, model);
            }
        }
    }

    private final SplittableRandom random;
    private final Map<Work, Long> usual = new EnumMap<>(Work.class);

    KilledWork(long seed) {
        this.random = new SplittableRandom(seed);
        for (Work work : Work.values()) {
            usual.put(work, work.guessedMillis);
        }
    }

    /** Two of four are trainings: they have the most phases. */
    synchronized Chosen next() {
        Work work = Work.values()[Math.max(0, random.nextInt(4) - 1)];
        String model = MODELS.get(random.nextInt(MODELS.size()));
        return new Chosen(work, model, (long) (random.nextDouble() * BEYOND * usual.get(work)));
    }

    /** Tells how long a piece of work took that came to its end: the next moments are drawn by that. */
    synchronized void took(Work work, long millis) {
        usual.put(work, millis);
    }

    /** Trains with nothing left to choose; the configuration wins. */
    static void train(Cypher cypher, String model, Map<String, Object> config) {
        Map<String, Object> training = new HashMap<>(Map.of("modelName", model, "relationshipTypes", List.of("TRAIN"),
                "layers", 1, "temperature", 0.15, "negativePopularity", 0, "epochs", 2, "patience", 2,
                "embeddingDimension", DIMENSIONS.get(model)));
        training.putAll(config);
        cypher.rows("CALL gnnrec.train($config)", "config", training);
    }

    /** Under a name that {@link Census} takes for gnnrec's own, because the model owns the property. */
    static void communities(Cypher cypher, String model) {
        cypher.rows("CALL gnnrec.communities({modelName: $model, communityCount: 5, writeProperty: $property})",
                "model",
                model, "property", "gnnrec_taste_" + model);
    }
}
