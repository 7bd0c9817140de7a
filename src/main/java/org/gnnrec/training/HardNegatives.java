package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;

/**
 * The hard negatives of the edges of a batch (Ying et al., KDD 2018, section 3.3): items that walks from the edge's
 * item reach, but not most often, and that the user does not have. Their number follows the paper's curriculum: none in
 * the first epoch, n - 1 in the n-th, at most {@value #MOST}. An edge has fewer where a draw meets an item of the user,
 * or where walks reached too few. A producer walks while the first epoch trains.
 */
final class HardNegatives implements AutoCloseable {
    static final int MOST = 5;

    private final CsrGraph graph;
    private final Producer<CsrGraph> walks;
    private final Cancellation cancellation;
    private final int stepsPerEpoch;
    private final SplittableRandom random;
    private final int[] slots;
    private final int[] sizes;
    private CsrGraph band;
    private int steps;

    /**
     * @param graph users x items
     * @param walks makes the items to draw from, in the row of an item; started in the first step, needed in the second
     *        epoch
     * @param cancellation runs while the walks are awaited, and may throw to end the work
     * @param batchSize the most edges of a step
     */
    HardNegatives(CsrGraph graph, Producer<CsrGraph> walks, Cancellation cancellation, int stepsPerEpoch, int batchSize,
            SplittableRandom random) {
        this.graph = graph;
        this.walks = walks;
        this.cancellation = cancellation;
        this.stepsPerEpoch = stepsPerEpoch;
        this.random = random;
        this.slots = new int[Math.multiplyExact(batchSize, MOST)];
        this.sizes = new int[batchSize];
    }

    /**
     * Draws for each edge of the batch and adds the drawn items to the batch. Once a step.
     *
     * @throws IllegalStateException where the walks failed, at the first step after that
     */
    void draw(Batch batch) {
        if (steps == 0) {
            walks.start();
        }
        int count = Math.min(MOST, steps++ / stepsPerEpoch);
        if (band == null && (count > 0 || walks.isDone())) {
            band = walks.take(cancellation);
        }
        Arrays.fill(sizes, 0);
        for (int edge = 0; edge < batch.size() && count > 0; edge++) {
            draw(batch, edge, count);
        }
    }

    private void draw(Batch batch, int edge, int count) {
        int user = batch.users().row(batch.userSlot(edge));
        int item = batch.items().row(batch.itemSlot(edge));
        for (int n = 0; n < count && band.degree(item) > 0; n++) {
            int drawn = band.neighbors()[band.offsets()[item] + random.nextInt(band.degree(item))];
            if (!graph.contains(user, drawn)) {
                slots[edge * MOST + sizes[edge]++] = batch.items().add(drawn);
            }
        }
    }

    /** The number of an edge's hard negatives. */
    int size(int edge) {
        return sizes[edge];
    }

    /** The slot of the edge's n-th hard negative among the items of the batch. */
    int slot(int edge, int n) {
        return slots[edge * MOST + n];
    }

    @Override
    public void close() {
        walks.close();
    }
}
