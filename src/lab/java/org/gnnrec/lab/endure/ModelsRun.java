package org.gnnrec.lab.endure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.lab.endure.ModelsReport.Asked;
import org.gnnrec.lab.server.LiveHeap;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;
import org.neo4j.driver.exceptions.Neo4jException;

/** One run: load, train many models, ask each in turn. A server that runs out of heap breaks the promise. */
final class ModelsRun {
    private static final int ROUNDS = 3;
    private static final int K = 20;

    private final Plan plan;
    private final Violations violations;
    private final List<Asked> asked = new ArrayList<>();
    private final SplittableRandom random;
    private long errors;

    /** What was asked for. */
    record Plan(Path data, int count, long seed, String heap, Map<String, Object> config) {
        List<String> names() {
            return IntStream.rangeClosed(1, count).mapToObj(number -> "m" + number).toList();
        }

        /** One epoch with nothing left to choose; the configuration wins. */
        Map<String, Object> training(String name) {
            Map<String, Object> training = new HashMap<>(Map.of("relationshipTypes", List.of("TRAIN"), "epochs", 1,
                    "layers", 1, "temperature", 0.15, "negativePopularity", 1.0, "validationFraction", 0.0,
                    "embeddingDimension", 64, "vectorIndex", false, "randomSeed", seed));
            training.putAll(config);
            training.put("modelName", name);
            return training;
        }
    }

    ModelsRun(Plan plan, Violations violations) {
        this.plan = plan;
        this.violations = violations;
        this.random = new SplittableRandom(plan.seed());
    }

    ModelsReport run() throws InterruptedException, IOException {
        Dataset dataset = DatasetFolder.read(plan.data(), SplitRule.USER, plan.seed());
        violations.say("start the server and load " + dataset.interactionCount() + " interactions");
        try (RunningServer running = RunningServer
                .start(server -> server.withHeap(plan.heap()).withVectorApi(true))) {
            DatasetLoader.load(dataset, running.server().driver());
            LiveHeap heap = new LiveHeap(running.server().pid());
            trainAll(running.server());
            for (int round = 1; round <= ROUNDS && running.server().isAlive(); round++) {
                askAll(running.server(), dataset, heap, round);
            }
            violations.require(running.server().isAlive(), "the server ended by itself");
            return new ModelsReport(dataset.name(), plan.count(), ROUNDS, asked, heap.largest(), errors, plan.heap(),
                    plan.seed(), violations.all());
        }
    }

    private void trainAll(Neo4jServer server) {
        try (GnnRecClient client = new GnnRecClient(server.driver())) {
            for (String name : plan.names()) {
                long start = System.nanoTime();
                attempt("train " + name, () -> client.train(plan.training(name)));
                violations.say("trained " + name + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        }
    }

    private void askAll(Neo4jServer server, Dataset dataset, LiveHeap heap, int round)
            throws InterruptedException {
        Cypher cypher = new Cypher(server.driver());
        try (GnnRecClient client = new GnnRecClient(server.driver())) {
            for (String name : plan.names()) {
                Object user = dataset.userIds().get(random.nextInt(dataset.userIds().size()));
                long start = System.nanoTime();
                boolean answered = attempt("recommend of " + name, () -> client.recommend(user, K, name));
                double millis = (System.nanoTime() - start) / 1e6;
                asked.add(new Asked(name, round, millis, answered, heap.sample(), loadedBytes(cypher)));
            }
        }
        violations.say("round " + round + " of " + ROUNDS + ": " + asked.get(asked.size() - 1));
    }

    private boolean attempt(String what, Runnable call) {
        try {
            call.run();
            return true;
        } catch (Neo4jException e) {
            errors++;
            violations.add(what + ": " + e.getMessage());
            return false;
        }
    }

    private static Long loadedBytes(Cypher cypher) {
        List<Object> loaded = ListedModels.of(cypher).loadedBytes();
        return loaded.isEmpty() ? null : loaded.stream().mapToLong(bytes -> ((Number) bytes).longValue()).sum();
    }
}
