package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.StepKeys;

/**
 * The negatives that the edges of a batch share: the first {@link #size} slots of its items, each with its count, whose
 * logarithm is added to its logit. Where the popularity exponent is 1, they are the items of the batch's own first
 * edges, up to {@value #MOST_OWN} items, and the count is the weight of these edges. Otherwise they are a set drawn by
 * degree^exponent, where the degree of an item is the weight of its edges together.
 */
final class SoftmaxNegatives {
    private static final int MOST_OWN = 2048;

    private final AliasTable drawn;
    private final int samples;
    private final SplittableRandom random;
    private final float[] counts;
    private final float[] logCounts;
    private int size;

    private SoftmaxNegatives(AliasTable drawn, int samples, int capacity, SplittableRandom random) {
        this.drawn = drawn;
        this.samples = samples;
        this.counts = new float[capacity];
        this.logCounts = new float[capacity];
        this.random = random;
    }

    static SoftmaxNegatives of(CsrGraph graph, StepConfig config, SplittableRandom random) {
        int capacity = (int) most(config, graph.edgeCount(), graph.columnCount());
        if (config.get(StepKeys.NEGATIVE_POPULARITY) == 1) {
            return new SoftmaxNegatives(null, 0, capacity, random);
        }
        return new SoftmaxNegatives(new AliasTable(weights(graph, config)), config.get(StepKeys.NEGATIVE_SAMPLES),
                capacity, random);
    }

    /** The most distinct negatives of a step on a graph of that size; where the popularity is open, of any. */
    static long most(StepConfig config, long edges, long items) {
        Double popularity = config.get(StepKeys.NEGATIVE_POPULARITY);
        long own = popularity == null || popularity == 1 ? Math.min(MOST_OWN, config.batchOf(edges)) : 0;
        long drawn = popularity == null || popularity < 1 ? config.get(StepKeys.NEGATIVE_SAMPLES) : 0;
        return Math.min(items, Math.max(own, drawn));
    }

    /**
     * How often each item is drawn, in any unit: its degree to the power. Without edges that is 1 where the power is 0.
     * A model that learns of features never draws an item without edges: it would learn that similar items are not
     * wanted.
     */
    static double[] weights(CsrGraph graph, StepConfig config) {
        double popularity = config.get(StepKeys.NEGATIVE_POPULARITY);
        double alone = config.spec().isInductive() ? 0 : Math.pow(0, popularity);
        return Arrays.stream(graph.columnWeights()).map(weight -> weight > 0 ? Math.pow(weight, popularity) : alone)
                .toArray();
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
            size = items.size();
            for (int slot = 0; slot < size; slot++) {
                counts[slot] = items.count(slot);
            }
            takeLogs();
        }
    }

    /** Takes the batch's own items, once the batch is full. Slots are given in the order of the edges. */
    void close(Batch batch) {
        if (drawn == null) {
            size = Math.min(capacity(), batch.items().size());
            Arrays.fill(counts, 0, size, 0);
            for (int edge = 0; edge < batch.size() && batch.itemSlot(edge) < size; edge++) {
                counts[batch.itemSlot(edge)] += batch.weight(edge);
            }
            takeLogs();
        }
    }

    private void takeLogs() {
        for (int slot = 0; slot < size; slot++) {
            logCounts[slot] = counts[slot] == 1 ? 0 : (float) Math.log(counts[slot]);
        }
    }

    int size() {
        return size;
    }

    /** Starts a row of logits with the logarithms of the counts of some slots. */
    void copyLogCounts(int from, int count, float[] logits, int offset) {
        System.arraycopy(logCounts, from, logits, offset, count);
    }
}
