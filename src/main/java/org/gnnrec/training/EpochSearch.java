package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.encoder.ItemScale;

/**
 * One training, measured on validation until it gains no more; the best epoch is kept, with the scale that ranked best.
 * Holds the parameters once more than a {@link Fit}. Used once.
 */
final class EpochSearch {
    private final Split split;
    private final TrainingGraph graph;
    private final Workers workers;
    private final TrainingListener listener;
    private final Map<String, Object> metrics = new LinkedHashMap<>();
    private ItemScale bestScale = ItemScale.NONE;

    EpochSearch(Split split, TrainingGraph graph, Workers workers, TrainingListener listener) {
        this.split = split;
        this.graph = graph;
        this.workers = workers;
        this.listener = listener;
    }

    /** @param chosen leaves nothing open but the scale */
    Selection.Outcome run(TrainingConfig chosen, WarmStart start) {
        try (Fit fit = new Fit(graph, chosen, start, workers)) {
            return search(fit, chosen);
        }
    }

    private Selection.Outcome search(Fit fit, TrainingConfig chosen) {
        Validation validation = new Validation(split, Selection.MAX_USERS, new SplittableRandom(chosen.randomSeed()));
        EarlyStopping stopping = new EarlyStopping(chosen.patience());
        ScaleSearch search = new ScaleSearch(chosen);
        Parameters best = Parameters.like(fit);
        int interval = validation.interval(chosen);
        List<Double> losses = new ArrayList<>();
        for (int epoch = 1; epoch <= chosen.epochs() && !stopping.shouldStop(); epoch++) {
            losses.add(fit.epoch());
            double ndcg = Double.NaN;
            if (epoch % interval == 0 || epoch == chosen.epochs()) {
                ndcg = measure(fit, validation, epoch, search, stopping, best);
            }
            listener.onProgress("select", epoch, chosen.epochs(), losses.getLast(), ndcg);
        }
        return new Selection.Outcome(chosen.withScale(bestScale), stopping.bestEpoch(), stopping.shouldStop(),
                losses.stream().mapToDouble(Double::doubleValue).toArray(), best, metrics);
    }

    private double measure(Fit fit, Validation validation, int epoch, ScaleSearch search, EarlyStopping stopping,
            Parameters best) {
        Evaluation evaluation = search.better(scale -> validation.evaluate(fit, scale, workers));
        if (stopping.improves(epoch, evaluation.meanNdcg())) {
            metrics.put("recallAt20", evaluation.meanRecall());
            metrics.put("ndcgAt20", evaluation.meanNdcg());
            metrics.put("bestEpoch", (long) epoch);
            bestScale = search.scale();
            best.copyFrom(fit);
        }
        return evaluation.meanNdcg();
    }
}
