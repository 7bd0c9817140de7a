package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.lightgcn.RowSet;

/**
 * The negatives that the edges of a batch share: the first {@link #size} slots of its items, each as often as it was
 * drawn, which is log(count) added to its logit. Either the batch's own items or a set drawn by degree^exponent.
 */
final class Negatives {
    /** Added to a logit that is not to count: far below any cosine over the lowest temperature, yet finite. */
    static final float MASKED = -1e5f;

    private final AliasTable drawn;
    private final int samples;
    private final SplittableRandom random;
    private final float[] logCounts;
    private int size;
    private boolean repeated;

    private Negatives(AliasTable drawn, int samples, int capacity, SplittableRandom random) {
        this.drawn = drawn;
        this.samples = samples;
        this.logCounts = new float[capacity];
        this.random = random;
    }

    static Negatives of(CsrGraph graph, TrainingConfig config, SplittableRandom random) {
        if (config.negativePopularity() == 1) {
            return new Negatives(null, 0, Math.min(config.batchSize(), graph.columnCount()), random);
        }
        double[] weights = new double[graph.columnCount()];
        for (int item : graph.neighbors()) {
            weights[item]++;
        }
        for (int item = 0; item < weights.length; item++) {
            weights[item] = Math.pow(weights[item], config.negativePopularity());
        }
        return new Negatives(new AliasTable(weights), config.negativeSamples(),
                Math.min(config.negativeSamples(), graph.columnCount()), random);
    }

    /** Room for so many distinct negatives. */
    int capacity() {
        return logCounts.length;
    }

    /** Adds the drawn set to the empty items. */
    void draw(RowSet items) {
        for (int sample = 0; sample < samples; sample++) {
            items.add(drawn.draw(random));
        }
        if (drawn != null) {
            count(items);
        }
    }

    /** Takes the batch's own items, now that they are there. */
    void close(RowSet items) {
        if (drawn == null) {
            count(items);
        }
    }

    private void count(RowSet items) {
        size = items.size();
        repeated = false;
        for (int slot = 0; slot < size; slot++) {
            logCounts[slot] = (float) Math.log(items.count(slot));
            repeated |= items.count(slot) > 1;
        }
    }

    int size() {
        return size;
    }

    /** How often the item of this slot was drawn. */
    double copies(int slot) {
        return Math.exp(logCounts[slot]);
    }

    /** Adds the log-counts to a row of logits and takes out the positive: all of it where drawn, else one copy. */
    void adjust(float[] logits, int offset, int positive) {
        if (repeated) {
            Kernels.get().axpy(1, logCounts, 0, logits, offset, size);
        }
        if (positive < size) {
            boolean lastCopy = drawn != null || logCounts[positive] == 0;
            logits[offset + positive] += lastCopy ? MASKED : (float) Math.log1p(-Math.exp(-logCounts[positive]));
        }
    }

}
