package org.gnnrec.lab.eval;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.ProgressWatcher;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.client.TrainingProgress;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.server.Neo4jServer;

/** The trainings of one run, on one server; each says how far it is. */
final class Trainings {
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(5);
    private static final String WARM = EvalPlan.MODEL_NAME + "_warm";

    private final EvalPlan plan;
    private final Dataset dataset;
    private final Neo4jServer server;
    private final GnnRecClient client;
    private final Consumer<String> log;

    Trainings(EvalPlan plan, Dataset dataset, Neo4jServer server, GnnRecClient client, Consumer<String> log) {
        this.plan = plan;
        this.dataset = dataset;
        this.server = server;
        this.client = client;
        this.log = log;
    }

    /** The trainings behind the model to score: the one that found it on valid, and perhaps one that went on with valid. */
    record Fitted(List<TrainingOutcome> trainings) {
        TrainingOutcome selected() {
            return trainings.get(0);
        }

        TrainingOutcome model() {
            return trainings.get(trainings.size() - 1);
        }

        long epochs() {
            return trainings.stream().mapToLong(TrainingOutcome::ranEpochs).sum();
        }

        long trainMillis() {
            return trainings.stream().mapToLong(training -> training.times().trainMillis()).sum();
        }
    }

    Fitted main() {
        return fit(plan.selectConfig(dataset));
    }

    /** The score of a model without propagation, null where the type has none. */
    Score noPropagation(TrainingOutcome model) {
        return model.has("layers") ? score(fit(plan.noPropagationConfig(dataset)).model()) : null;
    }

    /** A warm start from a model that has not seen a twentieth of the interactions, which are changed for it. */
    WarmRun.Result warm() {
        log.accept("make a twentieth of the interactions later ones");
        WarmRun.makeLater(dataset, plan.seed(), server.driver());
        fit(plan.selectConfig(dataset, WARM));
        List<String> more = plan.fitsOnValid(dataset)
                ? List.of(Part.VALID.name(), EvalPlan.LATER)
                : List.of(EvalPlan.LATER);
        TrainingOutcome warm = train(plan.warmConfig(WARM, more));
        Score score = score(warm);
        return new WarmRun.Result(score.recallAt20(), score.ndcgAt20(), warm.times().trainMillis(), warm.ranEpochs());
    }

    private Score score(TrainingOutcome model) {
        return client.evaluate(model.modelName()).model();
    }

    private Fitted fit(Map<String, Object> config) {
        TrainingOutcome selected = train(config);
        return new Fitted(
                plan.fitsOnValid(dataset) ? List.of(selected, train(withValid(selected))) : List.of(selected));
    }

    /** What is learned by epochs goes on with valid; what is solved is solved again. */
    private Map<String, Object> withValid(TrainingOutcome selected) {
        return selected.has("epochs")
                ? plan.warmConfig(selected.modelName(), List.of(Part.VALID.name()))
                : plan.fixedConfig(dataset, selected);
    }

    private TrainingOutcome train(Map<String, Object> config) {
        log.accept("train " + config);
        try (ProgressWatcher progress = new ProgressWatcher(server.driver(), PROGRESS_INTERVAL, this::say)) {
            return client.train(config);
        }
    }

    private void say(TrainingProgress progress) {
        log.accept(progress.phase() + " " + progress.done() + "/" + progress.total() + " " + progress.detail());
    }
}
