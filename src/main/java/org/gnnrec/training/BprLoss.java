package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/**
 * Bayesian personalized ranking (Rendle et al., "BPR: Bayesian Personalized Ranking from Implicit Feedback", UAI 2009):
 * {@code mean of w softplus(s_neg - s_pos)} over inner products. w is the weight of the edge over the mean weight. Each
 * edge has one negative, uniform over the items the user does not have. An edge of a user that has every item does not
 * count.
 */
final class BprLoss implements BatchLoss {
    private static final int NONE = -1;

    private final CsrGraph graph;
    private final SplittableRandom random;
    private final Kernels kernels = Kernels.get();
    private final int[] negativeSlots;

    BprLoss(CsrGraph graph, int batchSize, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
        this.negativeSlots = new int[batchSize];
    }

    @Override
    public int fill(Batch batch, EdgeOrder edges) {
        edges.next(batch);
        for (int edge = 0; edge < batch.size(); edge++) {
            int user = batch.users().row(batch.userSlot(edge));
            int free = graph.columnCount() - graph.degree(user);
            negativeSlots[edge] = free == 0 ? NONE : batch.items().add(absentItem(graph, user, random.nextInt(free)));
        }
        return batch.size();
    }

    /** The slot of an edge's negative, negative where it has none. */
    int negativeSlot(int edge) {
        return negativeSlots[edge];
    }

    /** The n-th item the user does not have: n plus the number of the user's items in front of it. O(log degree). */
    static int absentItem(CsrGraph graph, int user, int n) {
        int start = graph.offsets()[user];
        int low = start;
        int high = graph.offsets()[user + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (graph.neighbors()[middle] - (middle - start) <= n) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return n + low - start;
    }

    @Override
    public double valueAndGradient(Batch batch) {
        double sum = 0;
        for (int edge = 0; edge < batch.size(); edge++) {
            if (negativeSlots[edge] != NONE) {
                sum += edge(batch, edge, batch.itemSlot(edge), negativeSlots[edge]);
            }
        }
        return sum / batch.size();
    }

    private double edge(Batch batch, int edge, int positive, int negative) {
        DenseMatrix users = batch.rows().users();
        DenseMatrix items = batch.rows().items();
        int d = users.cols();
        int u = batch.userSlot(edge) * d;
        float weight = batch.weight(edge);
        double difference = kernels.dot(users.data(), u, items.data(), negative * d, d)
                - kernels.dot(users.data(), u, items.data(), positive * d, d);
        float slope = (float) (weight * sigmoid(difference) / batch.size());
        float[] userGradient = batch.gradients().users().data();
        float[] itemGradient = batch.gradients().items().data();
        kernels.axpy(slope, items.data(), negative * d, userGradient, u, d);
        kernels.axpy(-slope, items.data(), positive * d, userGradient, u, d);
        kernels.axpy(slope, users.data(), u, itemGradient, negative * d, d);
        kernels.axpy(-slope, users.data(), u, itemGradient, positive * d, d);
        return weight * softplus(difference);
    }

    /** {@code ln(1 + e^x)} without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
