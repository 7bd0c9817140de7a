package org.gnnrec.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Sample;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.StepKeys;

/**
 * Measures a model on held-out items: the full catalog is ranked for a fixed seeded sample of the users that have
 * any. O(users * items * d).
 */
final class Validation {
    /** The most users that a whole training is measured on. */
    static final int MAX_USERS = 10_000;
    static final int K = 20;
    /** The cost of a score beside its multiplications, for masking and keeping the best, in multiplications. */
    private static final long RANKING = 60;
    private static final double SHARE = 0.1;
    /** An evaluation with fewer multiplications is never left out. It takes about a second. */
    private static final double FREE = 2e10;
    /** The fewest users that models are compared by, where there are so many. */
    private static final int FEWEST_USERS = 2000;
    /** Steps of training between two evaluations. */
    private static final int LEAST_STEPS = 100;

    private final Split split;
    private final int[] measured;
    private final double[] degrees;

    Validation(Split split, int maxUsers, SplittableRandom random) {
        this.split = split;
        this.measured = sample(split.validation(), maxUsers, random);
        this.degrees = ItemScale.degrees(split.train());
    }

    /** How many users an evaluation of about a second ranks so many items for, between 2,000 and {@link #MAX_USERS}. */
    static int affordableUsers(int items, int dimension) {
        return (int) Math.clamp(FREE / (items * (dimension + (double) RANKING)), FEWEST_USERS, MAX_USERS);
    }

    /** At most so many of the rows that are not empty, ascending. */
    private static int[] sample(CsrGraph graph, int maxUsers, SplittableRandom random) {
        int[] users = IntStream.range(0, graph.rowCount()).filter(user -> graph.degree(user) > 0).toArray();
        return Sample.of(users, maxUsers, random);
    }

    /** Ranks by the embeddings as they are now, the items' scaled. */
    Evaluation evaluate(Fit fit, ItemScale scale, Workers workers) {
        return fit.withFinalEmbeddings(last -> {
            scale.apply(last.items(), degrees);
            return evaluate(new EmbeddingScorer(last.users(), last.items()), workers);
        });
    }

    /** Ranks by the scores of a model. */
    Evaluation evaluate(Scorer scorer, Workers workers) {
        return Evaluator.evaluate(scorer, split.train(), split.validation(), measured, K, workers);
    }

    /**
     * Epochs from one evaluation to the next. Evaluations then take about a tenth of the training time, and there is
     * something to measure: on a small graph an epoch is a few steps.
     */
    int interval(StepConfig config) {
        int steps = config.stepsOf(split.train().edgeCount());
        return Math.max(Math.ceilDiv(LEAST_STEPS, steps), affordable(config));
    }

    private int affordable(StepConfig config) {
        long items = split.train().columnCount();
        int rankings = config.get(StepKeys.NORM_EXPONENT) == null || config.get(StepKeys.DEGREE_EXPONENT) == null
                ? 2
                : 1;
        double cost = (double) rankings * measured.length * items * (2L * config.dimension() + RANKING);
        return cost < FREE ? 1 : (int) Math.max(1, Math.ceil(cost / (SHARE * epochCost(config))));
    }

    /** Multiplications of an epoch. A float of Adam or of a sparse product counts by its cost beside a dense one. */
    private double epochCost(StepConfig config) {
        CsrGraph graph = split.train();
        double d = config.dimension();
        double steps = config.stepsOf(graph.edgeCount());
        double negatives = LossPlans.of(config).negatives().of(graph.edgeCount(), graph.columnCount());
        double dense = 6 * d * config.batchOf(graph.edgeCount()) * negatives;
        double adam = 100 * d * ((double) graph.rowCount() + graph.columnCount());
        double sparse = 4 * 8 * d * graph.edgeCount() * Math.max(0.2, config.spec().fullProducts());
        return steps * (dense + adam + sparse);
    }
}
