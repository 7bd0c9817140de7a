package org.gnnrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gnnrec.config.Config;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * Makes all choices on validation: pilots first, then the epochs by early stopping. Where the type has a rival that no
 * short pilot can judge, the rival is trained to its end as well. It is taken if it is better by one percent.
 */
final class Selection {
    private static final int MAX_PILOT_USERS = 2_000;
    /** The factor by which a rival must win. More hops must win by it too, where time does not matter. */
    private static final double RIVAL_GAIN = Pilots.SMALL_GAIN;
    /** Pilots compare on a sample of users with this many edges, so their cost does not grow with the graph. */
    private static final long MAX_PILOT_EDGES = 1_000_000;

    private final Split split;
    private final TrainingGraph graph;
    private final WarmStart start;
    private final Workers workers;
    private final TrainingListener listener;
    private final List<Map<String, Object>> tried = new ArrayList<>();

    /** @param start where early stopping begins, but no pilot; null for a random start */
    Selection(Split split, WarmStart start, Workers workers, TrainingListener listener) {
        this.split = split;
        this.start = start;
        this.graph = new TrainingGraph(split.train(), split.features());
        this.workers = workers;
        this.listener = listener;
    }

    Selected run(StepConfig config) {
        StepConfig chosen = choose(config);
        CsrGraph train = split.train();
        Optional<Config> rival = start != null
                ? Optional.empty()
                : config.type().rival(config.values(), (long) train.rowCount() + train.columnCount(),
                        train.edgeCount());
        Selected selected = rival.isEmpty() ? search(chosen, listener) : better(chosen, config.with(rival.get()));
        return selected.after(tried);
    }

    private Selected better(StepConfig chosen, StepConfig rival) {
        Selected first = search(chosen, firstHalf());
        Selected second = search(rival, secondHalf());
        note(first);
        note(second);
        return second.ndcg() > RIVAL_GAIN * first.ndcg() ? second : first;
    }

    private Selected search(StepConfig chosen, TrainingListener heard) {
        try (Fit fit = new Fit(graph, chosen, start, workers)) {
            return new EpochSearch(fit, chosen, split, workers).run(heard);
        }
    }

    private TrainingListener firstHalf() {
        return (phase, epoch, epochs, loss, ndcg) -> listener.onProgress(phase, epoch, 2 * epochs, loss, ndcg);
    }

    private TrainingListener secondHalf() {
        return (phase, epoch, epochs, loss, ndcg) -> listener.onProgress(phase, epochs + epoch, 2 * epochs, loss, ndcg);
    }

    private void note(Selected selected) {
        long steps = (long) selected.epochs() * selected.chosen().stepsOf(split.train().edgeCount());
        tried.add(Pilots.row(selected.chosen(), steps, selected.ndcg()));
    }

    private StepConfig choose(StepConfig config) {
        Split sample = split.sample(MAX_PILOT_EDGES, new SplittableRandom(config.randomSeed()));
        TrainingGraph pilotGraph = sample.train() == split.train()
                ? graph
                : new TrainingGraph(sample.train(), sample.features());
        Validation validation = new Validation(sample, MAX_PILOT_USERS, new SplittableRandom(config.randomSeed()));
        StepConfig open = config.with(config.type().withoutRival(config.values()));
        Pilots pilots = new Pilots((candidate, steps) -> trial(candidate, steps, pilotGraph, validation),
                config.stepsOf(sample.train().edgeCount()), TrainingSize.isSmall(sample.train().edgeCount()), listener);
        StepConfig chosen = pilots.choose(open);
        tried.addAll(pilots.rows());
        return chosen;
    }

    private Pilots.Result trial(StepConfig candidate, int steps, TrainingGraph pilotGraph, Validation validation) {
        try (Fit fit = new Fit(pilotGraph, candidate, null, workers)) {
            double loss = fit.train(steps);
            return new Pilots.Result(loss, validation.evaluate(fit, candidate.firstScale(), workers).meanNdcg());
        }
    }
}
