package org.gnnrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.lightgcn.LightGcnModel;
import org.gnnrec.linalg.Parallel;

/**
 * Trains LightGCN on a users x items graph: pilots choose what the configuration leaves open, selection finds the
 * epochs by early stopping on NDCG at 20 of held-out items, and a refit trains as long on everything. Without a refit,
 * what was split off is not learned from but still propagates. Without a held-out edge it trains the given epochs at
 * once. The same graph, configuration and kernels give the same bits.
 */
public final class Trainer {
    private final Workers workers;
    private final TrainingListener listener;

    private Trainer(Workers workers, TrainingListener listener) {
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * Trains on the calling thread and {@code concurrency - 1} others, which end with it.
     *
     * @param train users x items
     * @param validation held-out edges of the same shape, or null to split {@code validationFraction} off
     * @throws IllegalArgumentException where there is no edge to train on
     * @throws IllegalStateException where the loss stops being finite
     */
    public static TrainingResult train(CsrGraph train, CsrGraph validation, TrainingConfig config,
            Cancellation cancellation, TrainingListener listener) {
        if (train.edgeCount() == 0) {
            throw new IllegalArgumentException("nothing to train on: there is no interaction between the "
                    + train.rowCount() + " users and the " + train.columnCount() + " items");
        }
        Split split = validation != null
                ? new Split(train, validation)
                : Split.of(train, config.validationFraction(), new SplittableRandom(config.randomSeed()));
        try (Parallel parallel = new Parallel(config.concurrency())) {
            Trainer trainer = new Trainer(new Workers(parallel, cancellation), listener);
            return split.validation().edgeCount() == 0
                    ? trainer.fitBlindly(split.train(), config)
                    : trainer.selectAndFit(split, validation == null, config);
        }
    }

    /** The peak of live bytes while {@link #train} works on a graph of that size, the graph itself counted. */
    public static long estimateBytes(long users, long items, long edges, boolean weighted, TrainingConfig config) {
        return new MemoryEstimate(users, items, edges, weighted, config).bytes();
    }

    private TrainingResult selectAndFit(Split split, boolean splitOff, TrainingConfig config) {
        long start = System.nanoTime();
        Selection.Outcome outcome = new Selection(split, workers, listener).run(config);
        long selectMillis = millisSince(start);
        CsrGraph graph = splitOff || config.refit() ? split.train().union(split.validation()) : split.train();
        return config.refit()
                ? fit(graph, outcome, selectMillis)
                : result(graph, propagate(graph, outcome), outcome, selectMillis, selectMillis);
    }

    private LightGcnModel propagate(CsrGraph graph, Selection.Outcome outcome) {
        TrainingConfig chosen = outcome.chosen();
        return Fit.lightGcn(BipartiteGraph.of(graph), chosen, new SplittableRandom(chosen.randomSeed()), workers)
                .model(outcome.base());
    }

    private TrainingResult fitBlindly(CsrGraph train, TrainingConfig config) {
        Selection.Outcome nothingChosen = new Selection.Outcome(config.withoutPilots(), config.epochs(), false,
                new double[0], null, Map.of());
        return fit(train, nothingChosen, 0);
    }

    private TrainingResult fit(CsrGraph graph, Selection.Outcome outcome, long selectMillis) {
        long start = System.nanoTime();
        Fit fit = new Fit(BipartiteGraph.of(graph), outcome.chosen(), workers);
        double[] losses = new double[outcome.epochs()];
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            losses[epoch - 1] = fit.epoch();
            listener.onProgress("fit", epoch, losses.length, losses[epoch - 1], Double.NaN);
        }
        Selection.Outcome fitted = new Selection.Outcome(outcome.chosen(), outcome.epochs(), outcome.didConverge(),
                losses, fit.base(), outcome.metrics());
        return result(graph, fit.finish(), fitted, selectMillis, millisSince(start));
    }

    private static TrainingResult result(CsrGraph fitted, LightGcnModel model, Selection.Outcome outcome,
            long selectMillis, long fitMillis) {
        Map<String, Object> metrics = new LinkedHashMap<>(outcome.metrics());
        TrainingConfig chosen = outcome.chosen();
        ItemScale scale = chosen.scale();
        scale.apply(model.items(), ItemScale.degrees(fitted));
        metrics.put("selectMillis", selectMillis);
        metrics.put("fitMillis", fitMillis);
        metrics.put("layers", (long) chosen.layers());
        metrics.put("temperature", chosen.temperature());
        metrics.put("negativePopularity", chosen.negativePopularity());
        metrics.put("normExponent", scale.norm());
        metrics.put("degreeExponent", scale.degree());
        return new TrainingResult(model, fitted, chosen.withScale(scale).withBatchOf(fitted.edgeCount()),
                outcome.epochs(), outcome.didConverge(),
                outcome.epochLosses(), metrics, selectMillis, fitMillis);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
