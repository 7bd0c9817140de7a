package org.gnnrec.lab.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gnnrec.lab.client.ComparedScores;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.ProgressWatcher;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.DatasetLoader.Loaded;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;

/** The story the demo tells, step by step, on a server that is up. */
final class DemoRun {
    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(250);
    private static final String MODEL_NAME = "default";
    private static final int RECOMMENDED = 6;

    private final Dataset dataset;
    private final PrintWriter out;

    DemoRun(Dataset dataset, PrintWriter out) {
        this.dataset = dataset;
        this.out = out;
    }

    void tell(RunningServer running, int users, long seed) {
        Neo4jServer server = running.server();
        try (GnnRecClient client = new GnnRecClient(server.driver())) {
            load(server);
            train(server, client, seed);
            score(client);
            recommend(client, users, seed);
        }
        out.printf(Locale.ROOT, "%nNeo4j answers at %s (user %s, password %s).%n", server.boltUri(), server.user(),
                server.password());
    }

    private void load(Neo4jServer server) {
        out.printf(Locale.ROOT, "Loading %s: ", dataset.name());
        Loaded loaded = DatasetLoader.load(dataset, server.driver());
        out.printf(Locale.ROOT, "%,d users, %,d items, %,d likes in %.1f s.%n", loaded.users(), loaded.items(),
                loaded.relationships(),
                loaded.millis() / 1e3);
        out.printf(Locale.ROOT, "A tenth of the likes is kept for validation, a fifth is hidden for the test.%n%n");
    }

    private void train(Neo4jServer server, GnnRecClient client, long seed) {
        out.printf(Locale.ROOT, "Training LightGCN inside the database: CALL gnnrec.train(...)%n");
        TrainingOutcome model;
        try (TrainingBar bar = new TrainingBar();
                ProgressWatcher watcher = new ProgressWatcher(server.driver(), PROGRESS_INTERVAL, bar)) {
            model = client.train(trainConfig(seed));
        }
        TrainingOutcome.Times times = model.times();
        out.printf(Locale.ROOT,
                "%d epochs in %.1f s, the best on validation after %d; written to the nodes in %.1f s.%n",
                model.epochLosses().size(), times.trainMillis() / 1e3, model.ranEpochs(), times.writeMillis() / 1e3);
        out.printf(Locale.ROOT, "%nLoss by epoch%n%s%n", LossPlot.render(model.epochLosses()));
    }

    private Map<String, Object> trainConfig(long seed) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("modelName", MODEL_NAME);
        config.put("relationshipTypes", List.of(Part.TRAIN.name()));
        if (dataset.valid().size() > 0) {
            config.put("validationRelationshipTypes", List.of(Part.VALID.name()));
        }
        config.put("testRelationshipTypes", List.of(Part.TEST.name()));
        config.put("randomSeed", seed);
        return config;
    }

    private void score(GnnRecClient client) {
        ComparedScores scores = client.evaluate(MODEL_NAME);
        out.printf(Locale.ROOT, "How well it finds the hidden likes (higher is better)%n%14s  recall@20  ndcg@20%n",
                "");
        say(scores.model(), "LightGCN");
        say(scores.itemKnn(), "item-kNN");
        say(scores.rp3beta(), "RP3beta");
        say(scores.popularity(), "popularity");
    }

    private void recommend(GnnRecClient client, int users, long seed) {
        out.printf(Locale.ROOT, "%nWhom it recommends what; a star marks a hidden like%n");
        Taste taste = new Taste(dataset);
        for (int user : taste.someUsers(users, seed)) {
            out.printf(Locale.ROOT, "%n%s", taste.describe(user, id -> client.recommend(id, RECOMMENDED, MODEL_NAME)));
        }
    }

    private void say(Score score, String name) {
        out.printf(Locale.ROOT, "%14s  %.3f      %.3f%n", name, score.recallAt20(), score.ndcgAt20());
    }
}
