package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.StepKeys;

/**
 * The max-margin loss (Ying et al., KDD 2018, equation 1) over inner products: for an edge of weight w (over the mean
 * weight) between u and i, {@code w mean over j of max(0, s_uj - s_ui + margin)}. The j are the negatives that the
 * batch shares and u does not have. The mean over the edge's {@link HardNegatives} is added, where it has any: in a
 * joint mean a handful among hundreds would not count. O(edges * negatives * d).
 */
final class MarginLoss implements BatchLoss {
    /** The lanes in which edges are summed, so that the bits do not depend on the number of threads. */
    private static final int LANES = 8;

    private final CsrGraph graph;
    private final UniformNegatives negatives;
    private final int samples;
    private final HardNegatives hard;
    private final float margin;
    private final Parallel parallel;
    private final Cancellation cancellation;
    private final Kernels kernels = Kernels.get();
    private final DenseMatrix userGradients;
    private final float[] positiveSlopes;
    private final float[] hardSlopes;
    private final float[][] laneGradients;
    private final double[] laneLosses = new double[LANES];
    private final boolean[][] owned;

    /** @param hard null where there are none */
    MarginLoss(CsrGraph graph, Batch batch, StepConfig config, HardNegatives hard, SplittableRandom random,
            Workers workers) {
        int d = config.dimension();
        this.graph = graph;
        this.negatives = new UniformNegatives(graph, config, random);
        this.samples = config.get(StepKeys.NEGATIVE_SAMPLES);
        this.hard = hard;
        this.margin = config.get(StepKeys.MARGIN).floatValue();
        this.parallel = workers.parallel();
        this.cancellation = workers.cancellation();
        this.userGradients = DenseMatrix.zeros(batch.capacity(), d);
        this.positiveSlopes = new float[batch.capacity()];
        this.hardSlopes = new float[hard == null ? 0 : batch.capacity() * HardNegatives.MOST];
        this.laneGradients = new float[LANES][Math.multiplyExact(negatives.capacity(), d)];
        this.owned = new boolean[LANES][negatives.capacity()];
    }

    /** Bytes held for a batch, its shared negatives and its hard negatives, if it may have any. */
    static long bytes(long batchSize, long negatives, boolean mayBeHard, int dimension) {
        long d = dimension;
        return 4 * d * (batchSize + LANES * negatives) + (mayBeHard ? (8L * HardNegatives.MOST + 8) * batchSize : 0);
    }

    UniformNegatives negatives() {
        return negatives;
    }

    @Override
    public int fill(Batch batch, EdgeOrder edges) {
        negatives.draw(batch.items(), samples);
        edges.next(batch);
        if (hard != null) {
            hard.draw(batch);
        }
        return batch.size();
    }

    @Override
    public double valueAndGradient(Batch batch) {
        parallel.forRange(LANES, (part, from, to) -> {
            for (int lane = from; lane < to; lane++) {
                lane(batch, lane);
            }
        });
        addLanes(batch);
        for (int edge = 0; edge < batch.size(); edge++) {
            addEdge(batch, edge);
        }
        return Arrays.stream(laneLosses).sum() / batch.size();
    }

    @Override
    public void close() {
        if (hard != null) {
            hard.close();
        }
    }

    private void lane(Batch batch, int lane) {
        Arrays.fill(laneGradients[lane], 0, negatives.size() * userGradients.cols(), 0);
        laneLosses[lane] = 0;
        int end = (int) ((long) batch.size() * (lane + 1) / LANES);
        for (int edge = (int) ((long) batch.size() * lane / LANES); edge < end; edge++) {
            cancellation.check();
            Arrays.fill(userGradients.data(), userGradients.offset(edge), userGradients.offset(edge + 1), 0);
            positiveSlopes[edge] = 0;
            laneLosses[lane] += batch.weight(edge) * (sharedLoss(batch, edge, lane) + hardLoss(batch, edge));
        }
    }

    /** The mean over the shared negatives. It keeps the slopes and their gradient by the user. */
    private double sharedLoss(Batch batch, int edge, int lane) {
        int free = markOwned(batch, edge, owned[lane]);
        double positive = score(batch, edge, batch.itemSlot(edge));
        double sum = 0;
        for (int slot = 0; slot < negatives.size() && free > 0; slot++) {
            double violation = owned[lane][slot] ? 0 : score(batch, edge, slot) - positive + margin;
            if (violation > 0) {
                float slope = slope(batch, edge, (double) negatives.count(slot) / free);
                sum += violation * negatives.count(slot);
                addNegative(batch, edge, slot, slope);
                kernels.axpy(slope, batch.rows().users().data(), userOffset(batch, edge), laneGradients[lane],
                        slot * userGradients.cols(), userGradients.cols());
            }
        }
        return free > 0 ? sum / free : 0;
    }

    /** Marks the shared negatives that the user has; returns how many draws are left. */
    private int markOwned(Batch batch, int edge, boolean[] marks) {
        Arrays.fill(marks, 0, negatives.size(), false);
        int user = batch.users().row(batch.userSlot(edge));
        RowSet items = batch.items();
        int free = samples;
        for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
            int slot = items.slotOf(graph.neighbors()[e]);
            if (slot >= 0 && slot < negatives.size()) {
                marks[slot] = true;
                free -= negatives.count(slot);
            }
        }
        return free;
    }

    private double hardLoss(Batch batch, int edge) {
        int count = hard == null ? 0 : hard.size(edge);
        double positive = score(batch, edge, batch.itemSlot(edge));
        double sum = 0;
        for (int n = 0; n < count; n++) {
            double violation = score(batch, edge, hard.slot(edge, n)) - positive + margin;
            float slope = violation > 0 ? slope(batch, edge, 1.0 / count) : 0;
            hardSlopes[edge * HardNegatives.MOST + n] = slope;
            sum += Math.max(0, violation);
            addNegative(batch, edge, hard.slot(edge, n), slope);
        }
        return count > 0 ? sum / count : 0;
    }

    private void addNegative(Batch batch, int edge, int slot, float slope) {
        DenseMatrix items = batch.rows().items();
        kernels.axpy(slope, items.data(), items.offset(slot), userGradients.data(), userGradients.offset(edge),
                items.cols());
        positiveSlopes[edge] -= slope;
    }

    private static float slope(Batch batch, int edge, double share) {
        return (float) (batch.weight(edge) * share / batch.size());
    }

    private double score(Batch batch, int edge, int slot) {
        DenseMatrix items = batch.rows().items();
        return kernels.dot(batch.rows().users().data(), userOffset(batch, edge), items.data(), items.offset(slot),
                items.cols());
    }

    private static int userOffset(Batch batch, int edge) {
        return batch.rows().users().offset(batch.userSlot(edge));
    }

    private void addLanes(Batch batch) {
        int d = userGradients.cols();
        float[] gradient = batch.gradients().items().data();
        parallel.forRange(negatives.size(), (part, from, to) -> {
            for (float[] laneGradient : laneGradients) {
                kernels.axpy(1, laneGradient, from * d, gradient, from * d, (to - from) * d);
            }
        });
    }

    private void addEdge(Batch batch, int edge) {
        int d = userGradients.cols();
        int user = userOffset(batch, edge);
        float[] gradient = batch.gradients().users().data();
        kernels.axpy(1, userGradients.data(), userGradients.offset(edge), gradient, user, d);
        kernels.axpy(positiveSlopes[edge], batch.rows().items().data(), batch.itemSlot(edge) * d, gradient, user, d);
        addToItem(batch, edge, batch.itemSlot(edge), positiveSlopes[edge]);
        for (int n = 0; hard != null && n < hard.size(edge); n++) {
            addToItem(batch, edge, hard.slot(edge, n), hardSlopes[edge * HardNegatives.MOST + n]);
        }
    }

    private void addToItem(Batch batch, int edge, int slot, float slope) {
        DenseMatrix gradient = batch.gradients().items();
        kernels.axpy(slope, batch.rows().users().data(), userOffset(batch, edge), gradient.data(),
                gradient.offset(slot), gradient.cols());
    }
}
