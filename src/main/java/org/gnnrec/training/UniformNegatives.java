package org.gnnrec.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.StepKeys;

/**
 * SoftmaxNegatives that the edges of a batch share, drawn uniformly with replacement: the first {@link #size} slots of its
 * items, each with its count. As in {@link SoftmaxNegatives}, a model that learns of features never draws an item without
 * edges.
 */
final class UniformNegatives {
    private final int[] candidates;
    private final SplittableRandom random;
    private final int[] counts;
    private int size;

    UniformNegatives(CsrGraph graph, StepConfig config, SplittableRandom random) {
        double[] weights = graph.columnWeights();
        boolean drawsAll = !config.spec().isInductive();
        this.candidates = IntStream.range(0, weights.length).filter(item -> weights[item] > 0 || drawsAll).toArray();
        this.random = random;
        this.counts = new int[Math.min(config.get(StepKeys.NEGATIVE_SAMPLES), weights.length)];
    }

    /** Adds as many as are wanted to the empty items. */
    void draw(RowSet items, int samples) {
        for (int sample = 0; sample < samples; sample++) {
            items.add(candidates[random.nextInt(candidates.length)]);
        }
        size = items.size();
        for (int slot = 0; slot < size; slot++) {
            counts[slot] = items.count(slot);
        }
    }

    /** Room for so many distinct ones. */
    int capacity() {
        return counts.length;
    }

    int size() {
        return size;
    }

    /** How often the item of this slot came. */
    int count(int slot) {
        return counts[slot];
    }
}
