package org.gnnrec.eval;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.data.Dataset;
import org.gnnrec.data.DatasetFolder;
import org.gnnrec.data.DatasetLoader;
import org.gnnrec.data.DatasetLoader.Loaded;
import org.gnnrec.server.Neo4jServer;

/** One run: a fresh server, load, train, score, time the calls. Says on a writer what it is at. */
final class EvalRun {
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(5);

    private final EvalPlan plan;
    private final PrintWriter log;

    EvalRun(EvalPlan plan, PrintWriter log) {
        this.plan = plan;
        this.log = log;
    }

    EvalReport run() throws InterruptedException {
        Dataset dataset = DatasetFolder.read(plan.data(), plan.split(), plan.seed());
        if (dataset.test().size() == 0) {
            throw new IllegalArgumentException("nothing to score on: no test interactions in " + plan.data());
        }
        say("start the server");
        try (RunningServer running = RunningServer.start(plan.heap(), plan.kernels() == KernelChoice.VECTOR,
                plan.kernels().jvmFlags()); GnnRecClient client = new GnnRecClient(running.server().driver())) {
            requireKernels(client.version());
            return score(dataset, running.server(), client);
        }
    }

    private void requireKernels(Map<String, Object> version) {
        if (!plan.kernels().toString().equals(version.get("kernels"))) {
            throw new IllegalStateException(
                    "asked for " + plan.kernels() + " kernels but the server has " + version.get("kernels"));
        }
    }

    private EvalReport score(Dataset dataset, Neo4jServer server, GnnRecClient client)
            throws InterruptedException {
        say("load " + dataset.interactionCount() + " interactions");
        Loaded loaded = DatasetLoader.load(dataset, server.driver());
        LiveHeap heap = new LiveHeap(server.pid());
        TrainedModel selected = train(plan.selectConfig(dataset), server, client, heap);
        TrainedModel model = plan.fit() == Fit.TRAIN
                ? selected
                : train(plan.fixedConfig(dataset, selected, selected.ranEpochs()), server, client, heap);
        say("evaluate");
        long start = System.nanoTime();
        Scores scores = client.evaluate(model.modelName());
        long evaluateMillis = (System.nanoTime() - start) / 1_000_000;
        say("time recommendations");
        Latency latency = Latency.measure(client, dataset.userIds(), model.modelName(), plan.seed());
        heap.sample();
        List<LearningCurve.Point> curve = plan.curve() ? curve(client, dataset, model, scores) : null;
        return new EvalReport(setting(dataset, model), scores.model().recallAt20(), scores.model().ndcgAt20(),
                selected.validation(), scores.popularity(), scores.itemKnn(), size(loaded, model),
                EvalReport.Times.of(loaded, selected, model, evaluateMillis), heap.largest(),
                latency.p50Millis(), latency.p99Millis(), ground(client), curve);
    }

    private TrainedModel train(Map<String, Object> config, Neo4jServer server, GnnRecClient client, LiveHeap heap) {
        say("train " + config);
        try (ProgressWatcher progress = new ProgressWatcher(server.driver(), PROGRESS_INTERVAL, this::say);
                LiveHeap watched = heap) {
            watched.watch();
            return client.train(config);
        }
    }

    private List<LearningCurve.Point> curve(GnnRecClient client, Dataset dataset, TrainedModel model, Scores scores) {
        say("train again for the curve");
        return LearningCurve.measure(client, epochs -> plan.fixedConfig(dataset, model, epochs), model.ranEpochs(),
                scores.model());
    }

    private EvalReport.Setting setting(Dataset dataset, TrainedModel model) {
        return new EvalReport.Setting(dataset.name(), dataset.split(), plan.fit().toString(), plan.modelType(),
                model.configuration());
    }

    private static EvalReport.Size size(Loaded loaded, TrainedModel model) {
        return new EvalReport.Size(loaded.users(), loaded.items(), loaded.relationships(), model.ranEpochs());
    }

    private EvalReport.Ground ground(GnnRecClient client) {
        List<String> flags = new ArrayList<>(plan.kernels().jvmFlags());
        if (plan.kernels() == KernelChoice.VECTOR) {
            flags.add("--add-modules=jdk.incubator.vector");
        }
        return new EvalReport.Ground(plan.kernels().toString(), plan.seed(), plan.heap(), flags, client.version(),
                Machine.cpu());
    }

    private void say(TrainingProgress progress) {
        say(progress.phase() + " " + progress.done() + "/" + progress.total() + " " + progress.detail());
    }

    private void say(String what) {
        log.println("eval: " + what);
        log.flush();
    }
}
