package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.walk.WalkPairs;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.StepKeys;

/**
 * The unsupervised loss of GraphSAGE (Hamilton et al., "Inductive Representation Learning on Large Graphs", NeurIPS
 * 2017, equation 1) over inner products: {@code mean of softplus(-s_uv) + sum over n of softplus(s_un)} over the {@link
 * WalkPairs} (u, v) of a batch. The n are Q nodes of both sides, drawn with replacement by degree^0.75 and shared by
 * the batch, as in the authors' code. Their sum estimates Q times the expectation. Some may be neighbors, as there. The
 * degree of a node is the weight of its edges together. Apart from that weights count only in the walks.
 *
 * <p>The paper makes epochs of 50 walks from each node; here a step draws as many pairs as it would take edges. O(pairs
 * * Q * d).
 */
final class WalkLoss implements BatchLoss {
    private final WalkPairs pairs;
    private final AliasTable nodes;
    private final int userCount;
    private final SplittableRandom random;
    private final Cancellation cancellation;
    private final Kernels kernels = Kernels.get();
    private final int[] starts;
    private final int[] ends;
    private final int[] negatives;

    WalkLoss(BipartiteGraph graph, int batchSize, StepConfig config, SplittableRandom random, Workers workers) {
        this.pairs = new WalkPairs(graph, random.split());
        this.nodes = new AliasTable(popularity(graph.userItems(), config.get(StepKeys.NEGATIVE_POPULARITY)));
        this.userCount = graph.userCount();
        this.random = random;
        this.cancellation = workers.cancellation();
        this.starts = new int[batchSize];
        this.ends = new int[batchSize];
        this.negatives = new int[config.get(StepKeys.NEGATIVE_SAMPLES)];
    }

    /** How often each node is drawn, in any unit, users first; never one without edges. */
    private static double[] popularity(CsrGraph graph, double exponent) {
        double[] users = new double[graph.rowCount()];
        Arrays.setAll(users, graph::rowWeight);
        return DoubleStream.concat(Arrays.stream(users), Arrays.stream(graph.columnWeights()))
                .map(weight -> weight > 0 ? Math.pow(weight, exponent) : 0).toArray();
    }

    @Override
    public int fill(Batch batch, EdgeOrder edges) {
        for (int n = 0; n < negatives.length; n++) {
            negatives[n] = add(batch, nodes.draw(random));
        }
        for (int pair = 0; pair < starts.length; pair++) {
            pairs.next();
            starts[pair] = add(batch, pairs.start());
            ends[pair] = add(batch, pairs.end());
        }
        return starts.length;
    }

    private int add(Batch batch, int node) {
        return node < userCount ? batch.users().add(node) : ~batch.items().add(node - userCount);
    }

    @Override
    public double valueAndGradient(Batch batch) {
        double sum = 0;
        for (int pair = 0; pair < starts.length; pair++) {
            cancellation.check();
            sum += term(batch, starts[pair], ends[pair], 1);
            for (int negative : negatives) {
                sum += term(batch, starts[pair], negative, -1);
            }
        }
        return sum / starts.length;
    }

    /** @param sign 1 where both are to be alike, -1 where they are not */
    private double term(Batch batch, int a, int b, int sign) {
        DenseMatrix left = side(batch.rows(), a);
        DenseMatrix right = side(batch.rows(), b);
        int d = left.cols();
        double score = kernels.dot(left.data(), row(a) * d, right.data(), row(b) * d, d);
        float slope = (float) (-sign * BprLoss.sigmoid(-sign * score) / starts.length);
        kernels.axpy(slope, right.data(), row(b) * d, side(batch.gradients(), a).data(), row(a) * d, d);
        kernels.axpy(slope, left.data(), row(a) * d, side(batch.gradients(), b).data(), row(b) * d, d);
        return BprLoss.softplus(-sign * score);
    }

    private static DenseMatrix side(Embeddings rows, int slot) {
        return slot >= 0 ? rows.users() : rows.items();
    }

    private static int row(int slot) {
        return slot >= 0 ? slot : ~slot;
    }

    /** One for each pair of the batch: the slot of a user, or that of an item with its bits turned. */
    int[] starts() {
        return starts;
    }

    /** In the form of {@link #starts}. */
    int[] ends() {
        return ends;
    }

    /** In the form of {@link #starts}. A node that was drawn twice is there twice. */
    int[] negatives() {
        return negatives;
    }
}
