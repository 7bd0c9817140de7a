package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.StepKeys;

/**
 * The weights of SL@K (Yang et al., "Breaking the Top-K Barrier: Advancing Top-K Ranking Metrics Optimization in
 * Recommender Systems", KDD 2025): {@code sigma((s_ui - beta_u) / t_w)}, with beta_u of {@link TopKThresholds}. An item
 * within the user's top K counts more than one beyond. The gradient flows through the weight, but not through beta_u.
 */
final class TopKWeights implements PairWeights {
    /** How many times the loss adapts until the thresholds are computed again, which costs more than the rest of it. */
    static final int EVERY = 8;

    private final TopKThresholds thresholds;
    private final double temperature;
    private int adapted;

    TopKWeights(CsrGraph graph, StepConfig config, SplittableRandom random, Workers workers) {
        this.thresholds = new TopKThresholds(graph, config, random, workers);
        this.temperature = config.get(StepKeys.WEIGHT_TEMPERATURE);
    }

    TopKThresholds thresholds() {
        return thresholds;
    }

    @Override
    public float of(int user, float score) {
        return (float) sigma(user, score);
    }

    @Override
    public float slope(int user, float score) {
        double weight = sigma(user, score);
        return (float) (weight * (1 - weight) / temperature);
    }

    private double sigma(int user, float score) {
        return 1 / (1 + Math.exp((thresholds.of(user) - score) / temperature));
    }

    @Override
    public boolean adapts() {
        return true;
    }

    @Override
    public void adapt(Embeddings last) {
        if (adapted++ % EVERY == 0) {
            thresholds.adapt(last);
        }
    }
}
