package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Sample;
import org.gnnrec.linalg.TopK;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.StepKeys;

/**
 * The score from which on an item is in a user's top K: the K-th largest of the scores of the user's items and of a sample
 * of {@value #SAMPLES} others, which all users share. {@link #NONE} for users with fewer than K of both. 0 for
 * all until the first {@link #adapt}, as in the code of SL@K.
 */
final class TopKThresholds {
    /** Below every score. */
    static final float NONE = -Float.MAX_VALUE;
    /** As in the code of SL@K. */
    static final int SAMPLES = 1000;
    /** A product may round by its shape, so users come in the same blocks for any number of threads. */
    private static final int BLOCK = 32;

    private final CsrGraph graph;
    private final int k;
    private final SplittableRandom random;
    private final Workers workers;
    private final Kernels kernels = Kernels.get();
    private final int[] candidates;
    private final float[] thresholds;

    TopKThresholds(CsrGraph graph, StepConfig config, SplittableRandom random, Workers workers) {
        this.graph = graph;
        this.k = config.get(StepKeys.LOSS_TOP_K);
        this.random = random;
        this.workers = workers;
        double[] weights = graph.columnWeights();
        this.candidates = IntStream.range(0, weights.length).filter(item -> weights[item] > 0).toArray();
        this.thresholds = new float[graph.rowCount()];
    }

    /** Bytes held on a graph of so many users and items, with those of {@link #adapt} and the lengths of its rows. */
    static long bytes(long users, long items, StepConfig config) {
        long samples = Math.min(items, SAMPLES);
        return 8 * (users + items) + 4 * samples * (config.dimension() + 1)
                + config.get(TrainingKeys.CONCURRENCY) * (4 * BLOCK * samples + 8L * config.get(StepKeys.LOSS_TOP_K));
    }

    float of(int user) {
        return thresholds[user];
    }

    /**
     * Computes them from rows whose inner products are the scores. O(users * (degree + samples) * d). The same bits for
     * any number of threads. Each thread asks the cancellation before each block of users.
     */
    void adapt(Embeddings rows) {
        int[] sampled = Sample.of(candidates, SAMPLES, random);
        DenseMatrix sampledRows = rows.items().gather(sampled);
        int users = graph.rowCount();
        workers.parallel().forRange(Math.ceilDiv(users, BLOCK), (part, from, to) -> {
            Block block = new Block(rows, sampled, sampledRows);
            for (int start = from * BLOCK; start < Math.min(users, to * BLOCK); start += BLOCK) {
                workers.cancellation().check();
                block.adapt(start, Math.min(users, start + BLOCK));
            }
        });
    }

    /** The work of one thread on one block of users after the other. */
    private final class Block {
        private final Embeddings rows;
        private final int[] sampled;
        private final DenseMatrix sampledRows;
        private final float[] scores;
        private final TopK top = new TopK(k);

        Block(Embeddings rows, int[] sampled, DenseMatrix sampledRows) {
            this.rows = rows;
            this.sampled = sampled;
            this.sampledRows = sampledRows;
            this.scores = new float[BLOCK * sampled.length];
        }

        void adapt(int from, int to) {
            kernels.multiplyTransposed(rows.users().data(), rows.users().offset(from), to - from, sampledRows.data(),
                    0, sampled.length, sampledRows.cols(), scores, 0, sampled.length);
            for (int user = from; user < to; user++) {
                offerSampled(user, (user - from) * sampled.length);
                offerOwn(user);
                thresholds[user] = top.threshold();
                top.clear();
            }
        }

        /** Leaves out the user's items, which are offered apart. */
        private void offerSampled(int user, int offset) {
            for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
                int place = Arrays.binarySearch(sampled, graph.neighbors()[e]);
                if (place >= 0) {
                    scores[offset + place] = Float.NEGATIVE_INFINITY;
                }
            }
            top.offerAll(0, scores, offset, sampled.length);
        }

        private void offerOwn(int user) {
            DenseMatrix items = rows.items();
            for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
                int item = graph.neighbors()[e];
                top.offer(item, kernels.dot(rows.users().data(), rows.users().offset(user), items.data(),
                        items.offset(item), items.cols()));
            }
        }
    }
}
