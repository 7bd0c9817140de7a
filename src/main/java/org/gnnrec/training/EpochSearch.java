package org.gnnrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.Parameters;
import org.gnnrec.model.StepKeys;

/**
 * One training that is measured on validation until it gains no more. It keeps the best epoch with the scale that
 * ranked best. Holds the parameters once more than a {@link Fit}. Used once.
 */
final class EpochSearch {
    private final Fit fit;
    private final StepConfig config;
    private final Validation validation;
    private final Workers workers;
    private final ScaleSearch scales;
    private final EarlyStopping stopping;
    private final Parameters best;
    private Evaluation bestEvaluation;
    private ItemScale bestScale = ItemScale.NONE;

    /** @param config leaves nothing open but the scale */
    EpochSearch(Fit fit, StepConfig config, Split split, Workers workers) {
        this.fit = fit;
        this.config = config;
        this.workers = workers;
        this.validation = new Validation(split, Validation.MAX_USERS, new SplittableRandom(config.randomSeed()));
        this.scales = new ScaleSearch(config);
        this.stopping = new EarlyStopping(config.get(StepKeys.PATIENCE));
        this.best = fit.zeros();
    }

    Selected run(TrainingListener listener) {
        int epochs = config.get(StepKeys.EPOCHS);
        int interval = validation.interval(config);
        List<Double> losses = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs && !stopping.shouldStop(); epoch++) {
            losses.add(fit.epoch());
            double ndcg = epoch % interval == 0 || epoch == epochs ? measure(epoch) : Double.NaN;
            listener.onProgress(Phase.SELECT, epoch, epochs, losses.getLast(), ndcg);
        }
        return new Selected(config.withScale(bestScale), stopping.bestEpoch(), stopping.shouldStop(),
                losses.stream().mapToDouble(Double::doubleValue).toArray(), best, bestEvaluation,
                List.of());
    }

    private double measure(int epoch) {
        Evaluation evaluation = scales.better(scale -> validation.evaluate(fit, scale, workers));
        if (stopping.improves(epoch, evaluation.meanNdcg())) {
            bestEvaluation = evaluation;
            bestScale = scales.scale();
            fit.copyTo(best);
        }
        return evaluation.meanNdcg();
    }
}
