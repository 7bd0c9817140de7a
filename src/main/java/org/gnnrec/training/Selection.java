package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;

/**
 * Everything that is chosen on validation: pilots first, then the epochs, by early stopping. On a small graph LightGCN++ is
 * trained to its end as well, where that is open, and taken if it is better by one percent: it learns more slowly, so that
 * no short pilot could tell, and orders less well what is far from all that a user has.
 */
final class Selection {
    static final int MAX_USERS = 10_000;
    private static final int MAX_PILOT_USERS = 2_000;
    /** By how much LightGCN++ must win: as two hops must where time does not matter. */
    private static final double NORMALIZED_GAIN = Pilots.SMALL_HOP_GAIN;
    /** Pilots compare on a sample of users with so many edges: what they cost does not grow with the graph. */
    private static final long MAX_PILOT_EDGES = 1_000_000;

    private final Split split;
    private final TrainingGraph graph;
    private final WarmStart start;
    private final Workers workers;
    private final TrainingListener listener;
    private final List<Map<String, Object>> tried = new ArrayList<>();
    private int pilotsRun;

    /** @param start what early stopping, but no pilot, goes on from; null for a random start */
    Selection(Split split, WarmStart start, Workers workers, TrainingListener listener) {
        this.split = split;
        this.start = start;
        this.graph = new TrainingGraph(split.train(), split.features());
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * What selection found.
     *
     * @param epochs of the best validation NDCG
     * @param epochLosses of all epochs that ran, the later ones too
     * @param learned the parameters of the best epoch
     * @param metrics recallAt20, ndcgAt20, bestEpoch and the pilots
     */
    record Outcome(TrainingConfig chosen, int epochs, boolean didConverge, double[] epochLosses, Parameters learned,
            Map<String, Object> metrics) {
        double ndcg() {
            return (double) metrics.getOrDefault("ndcgAt20", Double.NEGATIVE_INFINITY);
        }

        Outcome with(String metric, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(metrics);
            more.put(metric, value);
            return new Outcome(chosen, epochs, didConverge, epochLosses, learned, more);
        }
    }

    Outcome run(TrainingConfig config) {
        TrainingConfig chosen = choose(config);
        CsrGraph train = split.train();
        boolean both = start == null && config.triesRowNormalization((long) train.rowCount() + train.columnCount(),
                train.edgeCount());
        Outcome best = search(chosen, both ? firstHalf() : listener);
        if (both) {
            Outcome normalized = search(config.withRowNormalization(), secondHalf());
            Stream.of(best, normalized).forEach(this::note);
            best = normalized.ndcg() > NORMALIZED_GAIN * best.ndcg() ? normalized : best;
        }
        return best.with("pilots", tried);
    }

    private Outcome search(TrainingConfig chosen, TrainingListener heard) {
        return new EpochSearch(split, graph, workers, heard).run(chosen, start);
    }

    private TrainingListener firstHalf() {
        return (phase, epoch, epochs, loss, ndcg) -> listener.onProgress(phase, epoch, 2 * epochs, loss, ndcg);
    }

    private TrainingListener secondHalf() {
        return (phase, epoch, epochs, loss, ndcg) -> listener.onProgress(phase, epochs + epoch, 2 * epochs, loss, ndcg);
    }

    private void note(Outcome outcome) {
        long steps = (long) outcome.epochs() * outcome.chosen().stepsOf(split.train().edgeCount());
        tried.add(Pilots.row(outcome.chosen(), steps, outcome.ndcg()));
    }

    private TrainingConfig choose(TrainingConfig config) {
        Split sample = split.sample(MAX_PILOT_EDGES, new SplittableRandom(config.randomSeed()));
        TrainingGraph pilotGraph = sample == split ? graph : new TrainingGraph(sample.train(), sample.features());
        Validation validation = new Validation(sample, MAX_PILOT_USERS, new SplittableRandom(config.randomSeed()));
        Pilots pilots = new Pilots((candidate, steps) -> {
            try (Fit fit = new Fit(pilotGraph, candidate, null, workers)) {
                double loss = fit.train(steps);
                double ndcg = validation.evaluate(fit, candidate.scale(), workers).meanNdcg();
                listener.onProgress("pilot", ++pilotsRun, Pilots.count(config), loss, ndcg);
                return ndcg;
            }
        }, config.stepsOf(sample.train().edgeCount()), TrainingConfig.isSmall(sample.train().edgeCount()));
        TrainingConfig chosen = pilots.choose(config);
        tried.addAll(pilots.rows());
        return chosen.withoutRowNormalization();
    }
}
