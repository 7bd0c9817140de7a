package org.gnnrec.training;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.RowSet;

/**
 * The softmax of a few edges over all negatives of a batch, forward and backward at once. The negatives come in panels,
 * so that the factors stay in the nearest caches. A panel of logits is made, exponentiated and multiplied with its
 * negatives before the next panel. The sum is known only at the end, so the sums of rows are divided by it (as in Dao
 * et al., "FlashAttention", NeurIPS 2022). For one thread, which uses it for one tile after the other.
 */
final class SoftmaxTile {
    /** Edges of a tile. */
    static final int EDGES = Kernels.get().tileSide();
    /** SoftmaxNegatives of a panel. */
    static final int PANEL = Kernels.get().tileSide();
    /** The logit of an item that does not count: far below any product over a temperature, but finite. */
    private static final float MASKED = -1e30f;
    /** How far a logit may be above the shift of its row: e^60 times the most negatives is still a float. */
    private static final float HEADROOM = 60;

    private final int d;
    private final Kernels kernels = Kernels.get();
    /** Users over their temperatures, edges x d. In the end each is multiplied by the factor of its gradients. */
    private final float[] anchors;
    /** Panel after panel, each edges x its negatives. */
    private final float[] logits;
    private final float[] shifts = new float[EDGES];
    private final double[] sums = new double[EDGES];
    private int edges;
    private int negatives;

    SoftmaxTile(int negatives, int dimension) {
        this.d = dimension;
        this.anchors = new float[EDGES * dimension];
        this.logits = new float[Math.multiplyExact(EDGES, negatives)];
    }

    /** Bytes held for so many negatives. */
    static long bytes(long negatives, long dimension) {
        return 4L * EDGES * (dimension + negatives);
    }

    /** Lays the rows of one panel out as its columns, d x negatives. */
    static void layOut(DenseMatrix rows, int from, int to, float[] panels) {
        int d = rows.cols();
        for (int c = 0; c < d; c++) {
            for (int row = from; row < to; row++) {
                panels[from * d + c * (to - from) + row - from] = rows.data()[row * d + c];
            }
        }
    }

    /** Starts again with the logarithms of the counts of the negatives. */
    void begin(int edgeCount, SoftmaxNegatives drawn) {
        edges = edgeCount;
        negatives = drawn.size();
        for (int start = 0; start < negatives; start += PANEL) {
            int width = Math.min(PANEL, negatives - start);
            for (int edge = 0; edge < edges; edge++) {
                drawn.copyLogCounts(start, width, logits, start * edges + edge * width);
            }
        }
        Arrays.fill(shifts, Float.NEGATIVE_INFINITY);
        Arrays.fill(sums, 0);
    }

    /** Takes the user of an edge. */
    void anchor(int edge, DenseMatrix users, int userSlot, float inverseTemperature) {
        System.arraycopy(users.data(), users.offset(userSlot), anchors, edge * d, d);
        kernels.scale(inverseTemperature, anchors, edge * d, d);
    }

    /** Leaves the items of a user out of the sum of an edge. O(degree). */
    void mask(int edge, CsrGraph graph, int user, RowSet items) {
        for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
            int slot = items.slotOf(graph.neighbors()[e]);
            if (slot >= 0 && slot < negatives) {
                int start = slot - slot % PANEL;
                int width = Math.min(PANEL, negatives - start);
                logits[start * edges + edge * width + slot - start] = MASKED;
            }
        }
    }

    /**
     * Exponentiates all logits and adds their products with the negatives to {@code gradients}, edges x d from the
     * offset on. {@link #normalize} later divides them by their sum.
     */
    void forward(float[] panels, DenseMatrix items, float[] gradients, int offset) {
        for (int start = 0; start < negatives; start += PANEL) {
            int width = Math.min(PANEL, negatives - start);
            int panel = start * edges;
            kernels.multiplyAdd(anchors, 0, d, edges, d, panels, start * d, width, logits, panel);
            for (int edge = 0; edge < edges; edge++) {
                exponentiate(edge, panel + edge * width, width, gradients, offset + edge * d);
            }
            kernels.multiplyAdd(logits, panel, width, edges, width, items.data(), start * d, d, gradients, offset);
        }
    }

    private void exponentiate(int edge, int at, int width, float[] gradients, int offset) {
        float max = kernels.max(logits, at, width);
        if (max < MASKED / 2) {
            Arrays.fill(logits, at, at + width, 0);
            return;
        }
        if (max > shifts[edge] + HEADROOM) {
            raise(edge, max, at, gradients, offset);
        }
        sums[edge] += kernels.expSum(logits, at, width, shifts[edge]);
    }

    /** Takes a new shift for an edge, and scales down what was exponentiated with the old one. */
    private void raise(int edge, float shift, int at, float[] gradients, int offset) {
        float factor = (float) Math.exp(shifts[edge] - shift);
        shifts[edge] = shift;
        sums[edge] *= factor;
        kernels.scale(factor, gradients, offset, d);
        // The panels before this one are full.
        for (int done = edge * PANEL; done < at; done += edges * PANEL) {
            kernels.scale(factor, logits, done, PANEL);
        }
    }

    /** The logarithm of the sum of an edge, 0 where no negative was left. */
    double logSum(int edge) {
        return sums[edge] == 0 ? 0 : shifts[edge] + Math.log(sums[edge]);
    }

    /** Divides the gradients of an edge by its sum and multiplies them by the factor. */
    void normalize(int edge, double factor, float[] gradients, int offset) {
        float scale = sums[edge] == 0 ? 0 : (float) (factor / sums[edge]);
        kernels.scale(scale, gradients, offset, d);
        kernels.scale(scale, anchors, edge * d, d);
    }

    /** Adds the gradients of the negatives, after every edge was normalized. */
    void backward(float[] gradients) {
        for (int start = 0; start < negatives; start += PANEL) {
            int width = Math.min(PANEL, negatives - start);
            kernels.transposedMultiplyAdd(logits, start * edges, width, edges, width, anchors, 0, d, gradients,
                    start * d);
        }
    }
}
