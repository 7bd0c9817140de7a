package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Loss;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/** The plan of each loss. */
final class LossPlans {
    /** An edge of BPR reads and writes four rows, which costs about as much as products with so many negatives. */
    private static final double PAIR_COST = 4;

    private LossPlans() {}

    static LossPlan of(StepConfig config) {
        return switch (config.loss()) {
            case SOFTMAX, SOFTMAX_AT_K -> softmax(config, config.get(StepKeys.NEGATIVE_SAMPLES));
            case BPR -> bpr();
            case MARGIN -> margin(config, config.get(StepKeys.NEGATIVE_SAMPLES));
            case WALK -> walk(config, config.get(StepKeys.NEGATIVE_SAMPLES));
        };
    }

    /** Holds the loss, the weights and the alias table of items, the temperatures of users, and what weighs pairs. */
    private static LossPlan softmax(StepConfig config, int samples) {
        return new LossPlan(batch -> 0, batch -> samples,
                (size, batch) -> SoftmaxLoss.bytes(batch, SoftmaxNegatives.most(config, size.edges(), size.items()),
                        config)
                        + 20 * size.items() + 4 * size.users() + pairWeightBytes(size, config),
                (edges, items) -> SoftmaxNegatives.most(config, edges, items),
                (graph, batch, random, workers) -> new SoftmaxLoss(graph.edges().userItems(), batch, config,
                        pairWeights(graph, config, random, workers), random.split(), workers));
    }

    private static long pairWeightBytes(TrainingSize size, StepConfig config) {
        return config.loss() == Loss.SOFTMAX_AT_K ? TopKThresholds.bytes(size.users(), size.items(), config) : 0;
    }

    private static PairWeights pairWeights(TrainingGraph graph, StepConfig config, SplittableRandom random,
            Workers workers) {
        return config.loss() == Loss.SOFTMAX_AT_K
                ? new TopKWeights(graph.edges().userItems(), config, random.split(), workers)
                : PairWeights.ONE;
    }

    private static LossPlan bpr() {
        return new LossPlan(batch -> 0, batch -> batch, (size, batch) -> 0, (edges, items) -> PAIR_COST,
                (graph, batch, random, workers) -> new BprLoss(graph.edges().userItems(), batch.capacity(),
                        random.split()));
    }

    private static LossPlan margin(StepConfig config, int samples) {
        boolean hard = config.spec().hasHardNegatives();
        return new LossPlan(batch -> 0, batch -> samples + (hard ? HardNegatives.MOST * batch : 0),
                (size, batch) -> MarginLoss.bytes(batch, Math.min(size.items(), samples), hard, config.dimension())
                        + 12 * size.items(),
                (edges, items) -> samples, (graph, batch, random, workers) -> {
                    HardNegatives negatives = hard ? hard(config, graph, batch, random.split(), workers) : null;
                    return new MarginLoss(graph.edges().userItems(), batch, config, negatives, random.split(), workers);
                });
    }

    /** Another thread walks beside those that train. */
    private static HardNegatives hard(StepConfig config, TrainingGraph graph, Batch batch, SplittableRandom random,
            Workers workers) {
        CsrGraph userItems = graph.edges().userItems();
        Producer<CsrGraph> walks = new Producer<>("walks", cancellation -> config.spec().hardNegatives(graph,
                config.randomSeed(), new Workers(new Parallel(1), cancellation)));
        return new HardNegatives(userItems, walks, workers.cancellation(), config.stepsOf(userItems.edgeCount()),
                batch.capacity(), random);
    }

    /**
     * Holds starts and chances of the nodes, the sums of both sides where there are weights, and the slots of a batch.
     */
    private static LossPlan walk(StepConfig config, int samples) {
        return new LossPlan(batch -> batch + samples, batch -> batch + samples,
                (size, batch) -> 12 * size.nodes() + (size.weighted() ? 16 * size.edges() : 0) + 8 * batch
                        + 4L * samples,
                (edges, items) -> samples, (graph, batch, random, workers) -> new WalkLoss(graph.edges(),
                        batch.capacity(), config, random.split(), workers));
    }
}
