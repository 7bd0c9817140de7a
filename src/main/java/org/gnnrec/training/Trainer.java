package org.gnnrec.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.encoder.Encoder;
import org.gnnrec.model.encoder.ItemScale;
import org.gnnrec.model.encoder.TrainedModel;

/**
 * Trains a model on a users x items graph: pilots choose what the configuration leaves open, selection finds the
 * epochs by early stopping on NDCG at 20 of held-out items, and a refit goes on from there with everything, a fifth as
 * long. Without a refit, what was split off is not learned from but still propagates. Without a held-out edge it trains
 * the given epochs at once. The same graph, configuration and kernels give the same bits.
 */
public final class Trainer {
    private final WarmStart start;
    private final Workers workers;
    private final TrainingListener listener;

    private Trainer(WarmStart start, Workers workers, TrainingListener listener) {
        this.start = start;
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * Trains on the calling thread and {@code concurrency - 1} others, which end with it; with hard negatives another walks
     * during the first epoch of a fit.
     *
     * @param train users x items
     * @param validation held-out edges of the same shape, or null to split {@code validationFraction} off
     * @param start what to go on from, or null for a random start
     * @throws IllegalArgumentException where there is no edge to train on
     * @throws IllegalStateException where the loss stops being finite
     */
    public static TrainingResult train(CsrGraph train, CsrGraph validation, TrainingConfig config, WarmStart start,
            Cancellation cancellation, TrainingListener listener) {
        return train(train, validation, Features.none(train.rowCount(), train.columnCount()), config, start,
                cancellation, listener);
    }

    /** The same with features of the nodes, which only models with weight layers take. */
    public static TrainingResult train(CsrGraph train, CsrGraph validation, Features features, TrainingConfig config,
            WarmStart start, Cancellation cancellation, TrainingListener listener) {
        if (train.edgeCount() == 0) {
            throw new IllegalArgumentException("nothing to train on: there is no interaction between the "
                    + train.rowCount() + " users and the " + train.columnCount() + " items");
        }
        Split split = validation != null
                ? new Split(train, validation, features)
                : Split.of(train, config.validationFraction(), new SplittableRandom(config.randomSeed()))
                        .with(features);
        try (Parallel parallel = new Parallel(config.concurrency())) {
            Trainer trainer = new Trainer(start, Workers.of(parallel, cancellation), listener);
            return split.validation().edgeCount() == 0
                    ? trainer.fitBlindly(split, config)
                    : trainer.selectAndFit(split, validation == null, config);
        }
    }

    /**
     * The peak of live bytes while {@link #train} works on a graph of that size, the graph itself counted.
     *
     * @param heldOut whether there is a validation part, given or split off
     */
    public static long estimateBytes(long users, long items, long edges, boolean weighted, boolean heldOut,
            TrainingConfig config) {
        return new MemoryEstimate(users, items, edges, weighted, heldOut, config).bytes();
    }

    private TrainingResult selectAndFit(Split split, boolean splitOff, TrainingConfig config) {
        long startNanos = System.nanoTime();
        Selection.Outcome outcome = new Selection(split, start, workers, listener).run(config);
        long selectMillis = millisSince(startNanos);
        CsrGraph graph = splitOff || config.refit() ? split.train().union(split.validation()) : split.train();
        return config.refit()
                ? refit(split, graph, outcome, selectMillis)
                : result(graph, propagate(graph, split.features(), outcome), outcome, selectMillis, selectMillis);
    }

    private TrainingResult refit(Split split, CsrGraph graph, Selection.Outcome outcome, long selectMillis) {
        WarmStart best = WarmStart.ofSameNodes(split.train(), outcome.learned());
        return fit(graph, split.features(), outcome, best, WarmStart.epochs(outcome.epochs()), selectMillis);
    }

    private TrainedModel propagate(CsrGraph graph, Features features, Selection.Outcome outcome) {
        TrainingConfig chosen = outcome.chosen();
        Encoder encoder = Encoders.of(new TrainingGraph(graph, features), chosen,
                new SplittableRandom(chosen.randomSeed()),
                workers);
        outcome.learned().copyTo(encoder.weights());
        return encoder.model(outcome.learned().base());
    }

    private TrainingResult fitBlindly(Split split, TrainingConfig config) {
        Selection.Outcome nothingChosen = new Selection.Outcome(config.withoutPilots(), 0, false, new double[0], null,
                Map.of());
        return fit(split.train(), split.features(), nothingChosen, start, config.epochs(), 0);
    }

    /** So many epochs more than those of the outcome. */
    private TrainingResult fit(CsrGraph graph, Features features, Selection.Outcome outcome, WarmStart from, int epochs,
            long selectMillis) {
        long startNanos = System.nanoTime();
        try (Fit fit = new Fit(new TrainingGraph(graph, features), outcome.chosen(), from, workers)) {
            double[] losses = Arrays.copyOf(outcome.epochLosses(), outcome.epochs() + epochs);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                double loss = fit.epoch();
                losses[outcome.epochs() + epoch - 1] = loss;
                listener.onProgress("fit", epoch, epochs, loss, Double.NaN);
            }
            Selection.Outcome fitted = new Selection.Outcome(outcome.chosen(), losses.length, outcome.didConverge(),
                    losses, null, outcome.metrics());
            return result(graph, fit.finish(), fitted, selectMillis, millisSince(startNanos));
        }
    }

    private static TrainingResult result(CsrGraph fitted, TrainedModel model, Selection.Outcome outcome,
            long selectMillis, long fitMillis) {
        Map<String, Object> metrics = new LinkedHashMap<>(outcome.metrics());
        TrainingConfig chosen = outcome.chosen();
        ItemScale scale = chosen.scale();
        scale.apply(model.items(), chosen.encoder().hasWeights()
                ? ItemScale.expectedDegrees(fitted)
                : ItemScale.degrees(fitted));
        metrics.put("selectMillis", selectMillis);
        metrics.put("fitMillis", fitMillis);
        metrics.put("layers", (long) chosen.layers());
        metrics.put("rowNormalization", chosen.isRowNormalized());
        metrics.put("temperature", chosen.temperature());
        metrics.put("negativePopularity", chosen.negativePopularity());
        metrics.put("normExponent", scale.norm());
        metrics.put("degreeExponent", scale.degree());
        return new TrainingResult(model, fitted, chosen.withScale(scale).withSizesOf(fitted.edgeCount()),
                outcome.epochs(), outcome.didConverge(),
                outcome.epochLosses(), metrics, selectMillis, fitMillis);
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
