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
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.FoldedUsers;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;

/**
 * A training in closed form: every alternative of the type is solved without the held-out edges and measured on them.
 * The best is then solved with all edges. Without a refit the measured model is kept, and the edges that were split off
 * count among the items of their users.
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

    /** An alternative with its evaluation; without its model where a refit makes another. */
    private record Solved(Config config, TrainedModel model, Evaluation evaluation) {
        boolean isBetterThan(Solved other) {
            return other == null || evaluation.meanNdcg() > other.evaluation().meanNdcg();
        }
    }

    /** @param splitOff whether the validation part was split off and is a part of the model's rows */
    TrainingResult train(Split split, boolean splitOff) {
        if (split.validation().edgeCount() == 0) {
            return fit(split.trainGraph(), type.settled(config), null);
        }
        Solved best = best(split);
        watch.lap(Lap.SELECT);
        if (refits()) {
            return fit(split.wholeGraph(), best.config(), best.evaluation());
        }
        return splitOff
                ? result(split.wholeGraph(), withRows(split.wholeGraph().edges().userItems(), best), best.config(),
                        best.evaluation())
                : result(split.trainGraph(), best.model(), best.config(), best.evaluation());
    }

    private boolean refits() {
        return config.get(TrainingKeys.REFIT);
    }

    /** Chooses between alternatives, and then between those that the chosen one still has. */
    private Solved best(Split split) {
        TrainingGraph graph = split.trainGraph();
        Validation validation = new Validation(split, measuredUsers(split),
                new SplittableRandom(config.get(TrainingKeys.RANDOM_SEED)));
        Solved best = best(type.alternatives(config), graph, validation);
        List<Config> next = type.alternatives(best.config());
        while (!next.equals(List.of(best.config()))) {
            best = best(next, graph, validation);
            next = type.alternatives(best.config());
        }
        return best;
    }

    private Solved best(List<Config> alternatives, TrainingGraph graph, Validation validation) {
        int planned = tried.size() + alternatives.size();
        Solved best = null;
        for (Config alternative : alternatives) {
            Solved solved = measured(alternative, graph, validation);
            note(solved, planned);
            best = solved.isBetterThan(best) ? solved : best;
        }
        return best;
    }

    /** Measuring takes longer than solving where there are many items: fewer users then tell alternatives apart. */
    private int measuredUsers(Split split) {
        return Validation.affordableUsers(split.train().columnCount(), type.spec(config).dimension());
    }

    private Solved measured(Config alternative, TrainingGraph graph, Validation validation) {
        TrainedModel model = solve(graph, alternative);
        CsrGraph rows = graph.edges().userItems();
        Evaluation evaluation = validation.evaluate(
                new ModelScorer(model.users(), model.items(), foldIn(rows, alternative, model), rows), workers);
        return new Solved(alternative, refits() ? null : model, evaluation);
    }

    private void note(Solved solved, int alternatives) {
        Map<String, Object> row = solved.config().toMap(type.chosenKeys());
        row.put("ndcgAt20", solved.evaluation().meanNdcg());
        tried.add(row);
        listener.onProgress(Phase.SELECT, tried.size(), alternatives, Double.NaN, solved.evaluation().meanNdcg());
    }

    private TrainedModel solve(TrainingGraph graph, Config chosen) {
        workers.cancellation().check();
        return type.spec(chosen).solve(graph, config.get(TrainingKeys.RANDOM_SEED), workers);
    }

    private TrainingResult fit(TrainingGraph graph, Config chosen, Evaluation evaluation) {
        TrainedModel model = solve(graph, chosen);
        watch.lap(Lap.FIT);
        listener.onProgress(Phase.FIT, 1, 1, Double.NaN, Double.NaN);
        return result(graph, model, chosen, evaluation);
    }

    /** The model with the users that fold-in gives for other rows than it learned from. O(edges * d). */
    private TrainedModel withRows(CsrGraph rows, Solved solved) {
        TrainedModel model = solved.model();
        FoldIn foldIn = foldIn(rows, solved.config(), model);
        return new TrainedModel(FoldedUsers.of(foldIn, rows, model.users().cols(), workers), model.items(),
                model.state());
    }

    private FoldIn foldIn(CsrGraph rows, Config chosen, TrainedModel model) {
        return type.spec(chosen).foldIn(new FittedModel(rows, model.items(), model.state()));
    }

    private TrainingResult result(TrainingGraph graph, TrainedModel model, Config chosen, Evaluation evaluation) {
        CsrGraph fitted = graph.edges().userItems();
        TrainingConfig made = new TrainingConfig(type, type.sized(chosen, fitted.edgeCount()));
        return new TrainingResult(model, fitted, made, 0, 0, false, new double[0], metrics(chosen, evaluation));
    }

    private Map<String, Object> metrics(Config chosen, Evaluation evaluation) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        if (evaluation != null) {
            metrics.put("recallAt20", evaluation.meanRecall());
            metrics.put("ndcgAt20", evaluation.meanNdcg());
            metrics.put("pilots", tried);
        }
        metrics.put("selectMillis", watch.millis(Lap.SELECT));
        // Without a refit the selection is the fit.
        boolean isSelection = evaluation != null && !refits();
        metrics.put("fitMillis", watch.millis(isSelection ? Lap.SELECT : Lap.FIT));
        metrics.putAll(chosen.toMap(type.chosenKeys()));
        return metrics;
    }
}
