package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.config.Config;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedType;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;

/**
 * A training in closed form: every alternative of the type is solved without the held-out edges and measured on them, then
 * the best is solved with everything. Without a refit the model is that of the measurement.
 */
final class ClosedTraining {
    private final ClosedType type;
    private final Config config;
    private final Workers workers;
    private final TrainingListener listener;
    private final Stopwatch<Lap> watch = new Stopwatch<>(Lap.class);
    private final List<Map<String, Object>> tried = new ArrayList<>();

    ClosedTraining(ClosedType type, Config config, Workers workers, TrainingListener listener) {
        this.type = type;
        this.config = config;
        this.workers = workers;
        this.listener = listener;
    }

    private record Solved(Config config, TrainedModel model, Evaluation evaluation) {
        boolean isBetterThan(Solved other) {
            return other == null || evaluation.meanNdcg() > other.evaluation().meanNdcg();
        }
    }

    /** @param splitOff whether the validation part was split off and is a part of the model's rows */
    TrainingResult train(Split split, boolean splitOff) {
        boolean refit = config.get(TrainingKeys.REFIT);
        if (split.validation().edgeCount() == 0) {
            return result(split.train(), refit(split.trainGraph(), type.settled(config)), null);
        }
        Solved best = best(split);
        watch.lap(Lap.SELECT);
        CsrGraph fitted = splitOff || refit ? split.train().union(split.validation()) : split.train();
        return refit
                ? result(fitted, refit(new TrainingGraph(fitted, split.features()), best.config()), best.evaluation())
                : result(fitted, best, best.evaluation());
    }

    private Solved best(Split split) {
        TrainingGraph graph = split.trainGraph();
        Validation validation = new Validation(split, Validation.MAX_USERS,
                new SplittableRandom(config.get(TrainingKeys.RANDOM_SEED)));
        List<Config> alternatives = type.alternatives(config);
        Solved best = null;
        for (Config alternative : alternatives) {
            TrainedModel model = solve(graph, alternative);
            Evaluation evaluation = validation.evaluate(model.users(), model.items(), workers);
            note(alternative, evaluation, alternatives.size());
            Solved solved = new Solved(alternative, model, evaluation);
            best = solved.isBetterThan(best) ? solved : best;
        }
        return best;
    }

    private void note(Config alternative, Evaluation evaluation, int alternatives) {
        Map<String, Object> row = alternative.toMap(type.chosenKeys());
        row.put("ndcgAt20", evaluation.meanNdcg());
        tried.add(row);
        listener.onProgress(Phase.SELECT, tried.size(), alternatives, Double.NaN, evaluation.meanNdcg());
    }

    private TrainedModel solve(TrainingGraph graph, Config chosen) {
        workers.cancellation().check();
        return type.spec(chosen).solve(graph, config.get(TrainingKeys.RANDOM_SEED), workers);
    }

    private Solved refit(TrainingGraph graph, Config chosen) {
        TrainedModel model = solve(graph, chosen);
        watch.lap(Lap.FIT);
        listener.onProgress(Phase.FIT, 1, 1, Double.NaN, Double.NaN);
        return new Solved(chosen, model, null);
    }

    private TrainingResult result(CsrGraph fitted, Solved solved, Evaluation evaluation) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        if (evaluation != null) {
            metrics.put("recallAt20", evaluation.meanRecall());
            metrics.put("ndcgAt20", evaluation.meanNdcg());
            metrics.put("pilots", tried);
        }
        metrics.put("selectMillis", watch.millis(Lap.SELECT));
        metrics.put("fitMillis", watch.millis(Lap.FIT));
        metrics.putAll(solved.config().toMap(type.chosenKeys()));
        return new TrainingResult(solved.model(), fitted, new TrainingConfig(type, solved.config()), 0, 0, false,
                new double[0], metrics);
    }
}
