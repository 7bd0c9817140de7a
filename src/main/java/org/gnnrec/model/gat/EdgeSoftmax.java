package org.gnnrec.model.gat;

import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/**
 * The softmax over the edges of each target, {@code a_ij = exp(e_ij) / sum over k in N_i of exp(e_ik)} (Velickovic et
 * al., ICLR 2018, equation 2), one number an edge, in place. The largest score is subtracted, so no exponential is
 * above one. Blocks of exponentials are summed in double, so a node may have any number of edges.
 */
final class EdgeSoftmax {
    private static final int BLOCK = 4096;

    private EdgeSoftmax() {}

    /** Turns scores into shares that add up to one at each target. O(edges). */
    static void forward(Edges edges, float[] scores, Parallel parallel) {
        edges.forTargets(parallel, (target, from, to) -> normalize(scores, from, to));
    }

    private static void normalize(float[] scores, int from, int to) {
        Kernels kernels = Kernels.get();
        float max = kernels.max(scores, from, to - from);
        double sum = 0;
        for (int e = from; e < to; e += BLOCK) {
            sum += kernels.expSum(scores, e, Math.min(BLOCK, to - e), max);
        }
        kernels.scale((float) (1 / sum), scores, from, to - from);
    }

    /** Makes the gradient by the scores of that by the attention: {@code a_ij (g_ij - sum of a_ik g_ik)}. O(edges). */
    static void backward(Edges edges, float[] attention, float[] gradient, Parallel parallel) {
        edges.forTargets(parallel, (target, from, to) -> {
            float mean = (float) mean(attention, gradient, from, to);
            for (int e = from; e < to; e++) {
                gradient[e] = attention[e] * (gradient[e] - mean);
            }
        });
    }

    private static double mean(float[] attention, float[] gradient, int from, int to) {
        double sum = 0;
        for (int e = from; e < to; e += BLOCK) {
            sum += Kernels.get().dot(attention, e, gradient, e, Math.min(BLOCK, to - e));
        }
        return sum;
    }
}
