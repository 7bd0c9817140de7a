package org.gnnrec.lab.eval;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.lab.client.ComparedScores;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.Latency;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.DatasetLoader.Loaded;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.eval.Trainings.Fitted;
import org.gnnrec.lab.program.Machine;
import org.gnnrec.lab.server.LiveHeap;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.lab.server.RunningServer;
import org.gnnrec.lab.server.ServerLauncher;

/** One run: a fresh server, load, train, score, time the calls. Says on a writer what it is at. */
final class EvalRun {
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
        try (RunningServer running = RunningServer.start(this::configure);
                GnnRecClient client = new GnnRecClient(running.server().driver())) {
            requireKernels(client.version());
            return score(dataset, running.server(), client);
        }
    }

    private void configure(ServerLauncher launcher) {
        launcher.withHeap(plan.heap()).withVectorApi(plan.kernels() == KernelChoice.VECTOR);
        plan.kernels().jvmFlags().forEach(launcher::withJvmFlag);
        if (plan.extras().gds()) {
            launcher.withGds();
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
        Trainings trainings = new Trainings(plan, dataset, server, client, this::say);
        LiveHeap heap = new LiveHeap(server.pid());
        Fitted fitted = trainWatched(trainings, heap);
        TrainingOutcome model = fitted.model();
        say("evaluate");
        long start = System.nanoTime();
        ComparedScores scores = client.evaluate(model.modelName());
        long evaluateMillis = (System.nanoTime() - start) / 1_000_000;
        say(scores.model() + " after " + fitted.trainMillis() + " ms of training");
        say("time recommendations");
        Latency latency = Latency.measure(client, dataset.userIds(), model.modelName(), plan.seed());
        heap.sample();
        return new EvalReport(setting(dataset, model), scores.model().recallAt20(), scores.model().ndcgAt20(),
                fitted.selected().validation(), beside(dataset, server, trainings, fitted.selected(), scores),
                newItems(dataset, scores.newItems()), size(loaded, fitted),
                EvalReport.Times.of(loaded, fitted, evaluateMillis), heap.largest(),
                latency.p50Millis(), latency.p99Millis(), ground(client), curve(client, dataset, fitted),
                plan.extras().warm() ? trainings.warm() : null);
    }

    private static Fitted trainWatched(Trainings trainings, LiveHeap heap) {
        try (LiveHeap watched = heap) {
            watched.watch();
            return trainings.main();
        }
    }

    private EvalReport.Beside beside(Dataset dataset, Neo4jServer server, Trainings trainings, TrainingOutcome selected,
            ComparedScores scores) {
        return new EvalReport.Beside(scores.popularity(), scores.itemKnn(), scores.rp3beta(),
                trainings.noPropagation(selected),
                plan.extras().gds() ? fastRp(dataset, server, selected) : null);
    }

    private Score fastRp(Dataset dataset, Neo4jServer server, TrainingOutcome model) {
        say("FastRP");
        long dimension = (long) model.configuration().get("embeddingDimension");
        return FastRp.score(server.driver(), dataset, fittedParts(dataset), (int) dimension, plan.seed());
    }

    private NewItemScores newItems(Dataset dataset, Score model) {
        if (model == null) {
            return null;
        }
        say("ridge regression");
        return new NewItemScores(model.recallAt20(), model.ndcgAt20(),
                RidgeBaseline.score(dataset, fittedParts(dataset)));
    }

    private List<Part> fittedParts(Dataset dataset) {
        return plan.fitsOnValid(dataset) ? List.of(Part.TRAIN, Part.VALID) : List.of(Part.TRAIN);
    }

    private List<LearningCurve.Point> curve(GnnRecClient client, Dataset dataset, Fitted fitted) {
        if (!plan.extras().curve()) {
            return null;
        }
        say("train again for the curve");
        return LearningCurve.measure(client, epochs -> plan.fixedConfig(dataset, fitted.selected(), epochs),
                fitted.epochs());
    }

    private EvalReport.Setting setting(Dataset dataset, TrainingOutcome model) {
        return new EvalReport.Setting(dataset.name(), dataset.split(), plan.fit().toString(), plan.modelType(),
                model.configuration());
    }

    private static EvalReport.Size size(Loaded loaded, Fitted fitted) {
        return new EvalReport.Size(loaded.users(), loaded.items(), loaded.relationships(), fitted.epochs());
    }

    private EvalReport.Ground ground(GnnRecClient client) {
        List<String> flags = new ArrayList<>(plan.kernels().jvmFlags());
        if (plan.kernels() == KernelChoice.VECTOR) {
            flags.add("--add-modules=jdk.incubator.vector");
        }
        return new EvalReport.Ground(plan.kernels().toString(), plan.seed(), plan.heap(), flags, client.version(),
                Machine.cpu());
    }

    private void say(String what) {
        log.println("eval: " + what);
        log.flush();
    }
}
