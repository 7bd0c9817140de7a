package org.gnnrec.lab.endure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neo4j.driver.exceptions.Neo4jException;

/** Trains one of three models at intervals, and every fourth time drops one instead, which is trained again next. */
record SoakTrainer(Cypher cypher, SoakWorld world, SoakTally tally, Violations violations, SplittableRandom random,
        Map<String, Object> config, long intervalSeconds, AtomicBoolean busy) implements SoakLoad.Worker {

    private static final int DROP_EVERY = 4;
    private static final Map<String, Map<String, Object>> CONFIGS = Map.of("likes",
            Map.of("epochs", 2, "layers", 1, "temperature", 0.15, "negativePopularity", 1.0), "sage",
            Map.of("modelType", "graphsage", "epochs", 1, "layers", 1, "embeddingDimension", 32, "vectorIndex", false),
            "small", Map.of("epochs", 1, "layers", 2, "temperature", 0.15, "negativePopularity", 1.0,
                    "embeddingDimension", 16, "relationshipTypes", List.of("LIKES")));

    @Override
    public void work(SoakLoad load) throws InterruptedException {
        for (int turn = 1; load.goesOnAfter(intervalSeconds); turn++) {
            String model = SoakWorld.MODELS.get(random.nextInt(SoakWorld.MODELS.size()));
            if (turn % DROP_EVERY == 0 && world.served().contains(model)) {
                drop(model);
            } else {
                train(missingOr(model));
            }
        }
    }

    private String missingOr(String model) {
        return SoakWorld.MODELS.stream().filter(name -> !world.served().contains(name)).findFirst().orElse(model);
    }

    void train(String model) {
        Map<String, Object> training = new HashMap<>(CONFIGS.get(model));
        training.putAll(config);
        training.put("modelName", model);
        long start = System.nanoTime();
        if (run("train " + model, "CALL gnnrec.train($config)", "config", training)) {
            world.served().add(model);
            violations.say("trained " + model + " in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)
                    + " ms");
        }
    }

    private void drop(String model) {
        world.served().remove(model);
        if (run("drop " + model, "CALL gnnrec.model.drop($model)", "model", model)) {
            violations.say("dropped " + model);
        }
    }

    private boolean run(String what, String query, Object... parameters) {
        busy.set(true);
        try {
            cypher.rows(query, parameters);
            tally.count(what);
            return true;
        } catch (Neo4jException e) {
            violations.add(what + ": " + e.getMessage());
            return false;
        } finally {
            busy.set(false);
        }
    }
}
