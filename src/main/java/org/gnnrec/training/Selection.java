package org.gnnrec.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.model.lightgcn.Embeddings;

/** Everything that is chosen on validation: pilots first, then the epochs, by early stopping. */
final class Selection {
    static final int MAX_USERS = 10_000;
    private static final int MAX_PILOT_USERS = 2_000;
    /** Pilots compare on a sample of users with so many edges: what they cost does not grow with the graph. */
    private static final long MAX_PILOT_EDGES = 1_000_000;

    private final Split split;
    private final BipartiteGraph graph;
    private final WarmStart start;
    private final Workers workers;
    private final TrainingListener listener;
    private int pilotsRun;
    private ItemScale bestScale = ItemScale.NONE;
    private final Map<String, Object> metrics = new LinkedHashMap<>();

    /** @param start what early stopping, but no pilot, goes on from; null for a random start */
    Selection(Split split, WarmStart start, Workers workers, TrainingListener listener) {
        this.split = split;
        this.start = start;
        this.graph = BipartiteGraph.of(split.train());
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * What selection found.
     *
     * @param epochs of the best validation NDCG
     * @param epochLosses of all epochs that ran, the later ones too
     * @param base the base embeddings of the best epoch
     * @param metrics recallAt20, ndcgAt20, bestEpoch and the pilots
     */
    record Outcome(TrainingConfig chosen, int epochs, boolean didConverge, double[] epochLosses, Embeddings base,
            Map<String, Object> metrics) {}

    Outcome run(TrainingConfig config) {
        TrainingConfig chosen = choose(config);
        Validation validation = validation(split, chosen, MAX_USERS);
        Fit fit = new Fit(graph, chosen, start, workers);
        EarlyStopping stopping = new EarlyStopping(chosen.patience());
        ScaleSearch search = new ScaleSearch(chosen);
        Embeddings best = Embeddings.zeros(graph.userCount(), graph.itemCount(), chosen.embeddingDimension());
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
        return new Outcome(chosen.withScale(bestScale), stopping.bestEpoch(), stopping.shouldStop(),
                losses.stream().mapToDouble(Double::doubleValue).toArray(), best,
                metrics);
    }

    private TrainingConfig choose(TrainingConfig config) {
        Split sample = split.sample(MAX_PILOT_EDGES, new SplittableRandom(config.randomSeed()));
        BipartiteGraph pilotGraph = sample == split ? graph : BipartiteGraph.of(sample.train());
        Validation validation = validation(sample, config, MAX_PILOT_USERS);
        Pilots pilots = new Pilots((candidate, steps) -> {
            Fit fit = new Fit(pilotGraph, candidate, workers);
            double loss = fit.train(steps);
            double ndcg = validation.evaluate(fit, candidate.scale(), workers).meanNdcg();
            listener.onProgress("pilot", ++pilotsRun, Pilots.count(config), loss, ndcg);
            return ndcg;
        }, config.stepsOf(pilotGraph.edgeCount()));
        TrainingConfig chosen = pilots.choose(config);
        metrics.put("pilots", pilots.rows());
        return chosen;
    }

    private static Validation validation(Split split, TrainingConfig config, int maxUsers) {
        return new Validation(split, maxUsers, new SplittableRandom(config.randomSeed()));
    }

    private double measure(Fit fit, Validation validation, int epoch, ScaleSearch search, EarlyStopping stopping,
            Embeddings best) {
        Evaluation evaluation = search.better(scale -> validation.evaluate(fit, scale, workers));
        if (stopping.improves(epoch, evaluation.meanNdcg())) {
            metrics.put("recallAt20", evaluation.meanRecall());
            metrics.put("ndcgAt20", evaluation.meanNdcg());
            metrics.put("bestEpoch", (long) epoch);
            bestScale = search.scale();
            best.copyFrom(fit.base());
        }
        return evaluation.meanNdcg();
    }
}
