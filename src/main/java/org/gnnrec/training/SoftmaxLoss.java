package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.StepKeys;

/**
 * Sampled softmax over cosines, or over inner products where rows are normalized in the model: for an edge (u, i) with
 * negatives N, {@code -s_ui / t + log(sum over j in N of exp(s_uj / t_u))} (Wu et al., "On the Effectiveness of Sampled
 * Softmax Loss for Item Recommendation", TOIS 2024), without the positive in the sum, as in Yeh et al., "Decoupled
 * Contrastive Learning", ECCV 2022. The loss of a batch is the mean over its edges, each times its weight over the mean
 * weight of all edges, and times its {@link PairWeights}. {@link UserTemperatures} gives the t_u.
 *
 * <p>{@link SoftmaxNegatives} gives one set of negatives for the whole batch. Every item the user has is masked, because it is
 * no negative. With the mask the weight on the log-sum that BSL proposes (Wu et al., ICDE 2024) no longer helps:
 * Gowalla, NDCG at 20 on validation after three epochs, .1055 without it and .1023 with .84.
 *
 * <p>O(batch * negatives * d), a {@link SoftmaxTile} at a time. Sums are kept for {@value #LANES} lanes of edges and
 * added in their order, so the bits do not depend on the number of threads. Holds {@code 4 d (batch + (LANES + 1)
 * negatives) + 4 batch} bytes and the tiles.
 */
final class SoftmaxLoss implements BatchLoss {
    private static final int LANES = 8;

    private final CsrGraph graph;
    private final SoftmaxNegatives negatives;
    private final UserTemperatures temperatures;
    private final PairWeights pairWeights;
    private final float inverseTemperature;
    private final Parallel parallel;
    private final Cancellation cancellation;
    private final Kernels kernels = Kernels.get();
    private final boolean seesCosines;
    private final UnitRows unitUsers;
    private final UnitRows unitItems;
    private final DenseMatrix anchorGradients;
    private final float[] positiveSlopes;
    private final float[] negativePanels;
    private final float[][] laneGradients;
    private final double[] laneLosses = new double[LANES];
    private final SoftmaxTile[] tiles;

    SoftmaxLoss(CsrGraph graph, Batch batch, StepConfig config, PairWeights pairWeights,
            SplittableRandom random, Workers workers) {
        this.graph = graph;
        this.parallel = workers.parallel();
        this.cancellation = workers.cancellation();
        this.negatives = SoftmaxNegatives.of(graph, config, random);
        this.temperatures = new UserTemperatures(graph, SoftmaxNegatives.weights(graph, config),
                config.get(StepKeys.TEMPERATURE), config.get(StepKeys.TEMPERATURE_TOLERANCE), parallel);
        this.pairWeights = pairWeights;
        this.inverseTemperature = (float) (1 / config.get(StepKeys.TEMPERATURE));
        this.seesCosines = config.seesCosines();
        int d = config.dimension();
        this.unitUsers = new UnitRows(batch.users().capacity(), parallel);
        this.unitItems = new UnitRows(batch.items().capacity(), parallel);
        this.anchorGradients = DenseMatrix.zeros(batch.capacity(), d);
        this.positiveSlopes = new float[batch.capacity()];
        this.negativePanels = new float[Math.multiplyExact(negatives.capacity(), d)];
        this.laneGradients = new float[LANES][negativePanels.length];
        this.tiles = Stream.generate(() -> new SoftmaxTile(negatives.capacity(), d)).limit(parallel.concurrency())
                .toArray(SoftmaxTile[]::new);
    }

    /** Bytes held for a batch and its negatives. */
    static long bytes(long batchSize, long negatives, StepConfig config) {
        long d = config.dimension();
        return 4 * d * (batchSize + (LANES + 1) * negatives) + 4 * batchSize
                + config.get(TrainingKeys.CONCURRENCY) * SoftmaxTile.bytes(negatives, d);
    }

    SoftmaxNegatives negatives() {
        return negatives;
    }

    UserTemperatures temperatures() {
        return temperatures;
    }

    PairWeights pairWeights() {
        return pairWeights;
    }

    @Override
    public boolean adapts() {
        return seesCosines || pairWeights.adapts();
    }

    /** Temperatures adapt to cosines alone: differences of inner products have no scale that shows an easy user. */
    @Override
    public void adapt(Embeddings last) {
        if (seesCosines) {
            temperatures.adapt(last);
        }
        if (pairWeights.adapts()) {
            asSeen(last, graph.rowCount(), graph.columnCount());
            pairWeights.adapt(last);
        }
    }

    /** Makes the first rows of each side such that their inner products are what the loss sees. */
    private void asSeen(Embeddings rows, int users, int items) {
        if (seesCosines) {
            unitUsers.normalize(rows.users(), users);
            unitItems.normalize(rows.items(), items);
        }
    }

    @Override
    public int fill(Batch batch, EdgeOrder edges) {
        negatives.draw(batch.items());
        edges.next(batch);
        negatives.close(batch);
        return batch.size();
    }

    @Override
    public double valueAndGradient(Batch batch) {
        asSeen(batch.rows(), batch.users().size(), batch.items().size());
        layOutNegatives(batch.rows().items());
        parallel.forRange(LANES, (part, from, to) -> {
            for (int lane = from; lane < to; lane++) {
                lane(batch, lane, part);
            }
        });
        addLanes(batch);
        addPairs(batch);
        if (seesCosines) {
            unitUsers.backward(batch.rows().users(), batch.gradients().users(), batch.users().size());
            unitItems.backward(batch.rows().items(), batch.gradients().items(), batch.items().size());
        }
        return Arrays.stream(laneLosses).sum() / batch.size();
    }

    /** Lays the negatives out once a step for all tiles. */
    private void layOutNegatives(DenseMatrix items) {
        int size = negatives.size();
        parallel.forRange(Math.ceilDiv(size, SoftmaxTile.PANEL), (part, from, to) -> {
            for (int start = from * SoftmaxTile.PANEL; start < Math.min(size,
                    to * SoftmaxTile.PANEL); start += SoftmaxTile.PANEL) {
                SoftmaxTile.layOut(items, start, Math.min(size, start + SoftmaxTile.PANEL), negativePanels);
            }
        });
    }

    private void lane(Batch batch, int lane, int part) {
        int d = anchorGradients.cols();
        int start = laneStart(batch, lane);
        int end = laneStart(batch, lane + 1);
        Arrays.fill(laneGradients[lane], 0, negatives.size() * d, 0);
        Arrays.fill(anchorGradients.data(), start * d, end * d, 0);
        laneLosses[lane] = 0;
        for (int edge = start; edge < end; edge += SoftmaxTile.EDGES) {
            cancellation.check();
            laneLosses[lane] += tile(batch, edge, Math.min(edge + SoftmaxTile.EDGES, end), laneGradients[lane],
                    tiles[part]);
        }
    }

    private static int laneStart(Batch batch, int lane) {
        return (int) ((long) batch.size() * lane / LANES);
    }

    private double tile(Batch batch, int from, int to, float[] negativeGradients, SoftmaxTile tile) {
        int d = anchorGradients.cols();
        float[] gradients = anchorGradients.data();
        tile.begin(to - from, negatives);
        for (int edge = from; edge < to; edge++) {
            tile.anchor(edge - from, batch.rows().users(), batch.userSlot(edge), inverseTemperature(batch, edge));
            tile.mask(edge - from, graph, batch.users().row(batch.userSlot(edge)), batch.items());
        }
        tile.forward(negativePanels, batch.rows().items(), gradients, from * d);
        double sum = 0;
        for (int edge = from; edge < to; edge++) {
            sum += pair(batch, edge, tile, edge - from);
        }
        tile.backward(negativeGradients);
        return sum;
    }

    /** The loss of an edge, the edge's slope by its score, and its share in the gradient of the negatives. */
    private double pair(Batch batch, int edge, SoftmaxTile tile, int place) {
        int user = batch.users().row(batch.userSlot(edge));
        float score = product(batch, edge);
        float weight = batch.weight(edge) * pairWeights.of(user, score);
        double value = tile.logSum(place) - inverseTemperature * score;
        positiveSlopes[edge] = -inverseTemperature * weight / batch.size()
                + (float) (batch.weight(edge) * pairWeights.slope(user, score) * value / batch.size());
        tile.normalize(place, (double) weight / batch.size(), anchorGradients.data(), edge * anchorGradients.cols());
        return weight * value;
    }

    private float inverseTemperature(Batch batch, int edge) {
        return temperatures.inverse(batch.users().row(batch.userSlot(edge)));
    }

    private float product(Batch batch, int edge) {
        int d = anchorGradients.cols();
        return kernels.dot(batch.rows().users().data(), batch.userSlot(edge) * d, batch.rows().items().data(),
                batch.itemSlot(edge) * d, d);
    }

    private void addLanes(Batch batch) {
        int d = anchorGradients.cols();
        float[] gradient = batch.gradients().items().data();
        parallel.forRange(negatives.size(), (part, from, to) -> {
            for (float[] laneGradient : laneGradients) {
                kernels.axpy(1, laneGradient, from * d, gradient, from * d, (to - from) * d);
            }
        });
    }

    private void addPairs(Batch batch) {
        int d = anchorGradients.cols();
        float[] userGradients = batch.gradients().users().data();
        for (int edge = 0; edge < batch.size(); edge++) {
            int user = batch.userSlot(edge) * d;
            int item = batch.itemSlot(edge) * d;
            kernels.axpy(inverseTemperature(batch, edge), anchorGradients.data(), edge * d, userGradients, user, d);
            kernels.axpy(positiveSlopes[edge], batch.rows().items().data(), item, userGradients, user, d);
            kernels.axpy(positiveSlopes[edge], batch.rows().users().data(), user, batch.gradients().items().data(),
                    item, d);
        }
    }
}
