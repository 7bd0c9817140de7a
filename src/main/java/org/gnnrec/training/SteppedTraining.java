package org.gnnrec.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;

/**
 * A training by steps: pilots choose what the configuration leaves open, and selection finds the epochs by early
 * stopping. A refit goes on from there with all edges, a fifth as long. Without a refit the edges that were split off
 * are not learned from, but they propagate. Without a held-out edge it trains the given epochs at once.
 */
final class SteppedTraining {
    private final StepConfig config;
    private final WarmStart start;
    private final Workers workers;
    private final TrainingListener listener;
    private final Stopwatch<Lap> watch = new Stopwatch<>(Lap.class);

    SteppedTraining(StepConfig config, WarmStart start, Workers workers, TrainingListener listener) {
        this.config = config;
        this.start = start;
        this.workers = workers;
        this.listener = listener;
    }

    /** @param splitOff whether the validation part was split off and still propagates in the model */
    TrainingResult train(Split split, boolean splitOff) {
        if (split.validation().edgeCount() == 0) {
            return fit(split.trainGraph(), Selected.nothing(config.settled()), start, config.get(StepKeys.EPOCHS));
        }
        Selected selected = new Selection(split, start, workers, listener).run(config);
        watch.lap(Lap.SELECT);
        boolean refit = config.get(TrainingKeys.REFIT);
        TrainingGraph graph = splitOff || refit ? split.wholeGraph() : split.trainGraph();
        return refit
                ? fit(graph, selected, WarmStart.ofSameNodes(split.train(), selected.learned()),
                        WarmStart.epochs(selected.epochs()))
                : result(graph, propagate(graph, selected), selected, selected.epochs(), selected.epochLosses());
    }

    private TrainedModel propagate(TrainingGraph graph, Selected selected) {
        long seed = config.randomSeed();
        Encoder encoder = selected.chosen().spec().encoder(graph, seed, new SplittableRandom(seed), workers);
        selected.learned().copyTo(encoder.weights());
        return encoder.model(selected.learned().base());
    }

    /** Trains so many epochs more than the selected ones. */
    private TrainingResult fit(TrainingGraph graph, Selected selected, WarmStart from, int epochs) {
        try (Fit fit = new Fit(graph, selected.chosen(), from, workers)) {
            double[] losses = Arrays.copyOf(selected.epochLosses(), selected.epochs() + epochs);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                double loss = fit.epoch();
                losses[selected.epochs() + epoch - 1] = loss;
                listener.onProgress(Phase.FIT, epoch, epochs, loss, Double.NaN);
            }
            TrainedModel model = fit.finish();
            watch.lap(Lap.FIT);
            return result(graph, model, selected, losses.length, losses);
        }
    }

    private TrainingResult result(TrainingGraph graph, TrainedModel model, Selected selected, int ranEpochs,
            double[] losses) {
        CsrGraph fitted = graph.edges().userItems();
        ItemScale scale = selected.chosen().firstScale();
        StepConfig chosen = selected.chosen().withScale(scale).sized(fitted.edgeCount());
        scale.apply(model.items(), chosen.spec().isInductive()
                ? ItemScale.expectedDegrees(fitted)
                : ItemScale.degrees(fitted));
        return new TrainingResult(model, fitted, new TrainingConfig(chosen.type(), chosen.values()), ranEpochs,
                selected.epochs() > 0 ? selected.epochs() : ranEpochs, selected.didConverge(), losses,
                metrics(selected, chosen));
    }

    private Map<String, Object> metrics(Selected selected, StepConfig chosen) {
        Map<String, Object> metrics = new LinkedHashMap<>(selected.metrics());
        metrics.put("selectMillis", watch.millis(Lap.SELECT));
        // Without a refit the selection is the fit.
        boolean isSelection = selected.learned() != null && !config.get(TrainingKeys.REFIT);
        metrics.put("fitMillis", watch.millis(isSelection ? Lap.SELECT : Lap.FIT));
        metrics.putAll(Pilots.chosen(chosen));
        metrics.putAll(chosen.values().toMap(List.of(StepKeys.NORM_EXPONENT, StepKeys.DEGREE_EXPONENT)));
        return metrics;
    }
}
