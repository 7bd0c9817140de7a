package org.gnnrec.evaluation;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;

/**
 * Ranks the whole catalog for each user, what was seen masked, and measures recall and NDCG at k; ties go to the lower
 * item index. O(users * items * d) for embeddings; each thread holds a block of scores of at most 4 MiB, or one row
 * where a row is longer. The result does not depend on the number of threads.
 */
public final class Evaluator {
    private static final int BLOCK_SCORES = 1 << 20;
    private static final int MAX_BLOCK_USERS = 64;

    private final CsrGraph seen;
    private final CsrGraph relevant;
    private final int k;

    private Evaluator(CsrGraph seen, CsrGraph relevant, int k) {
        this.seen = seen;
        this.relevant = relevant;
        this.k = k;
    }

    /** Measures the users that have a row in {@code relevant}; {@code seen} is users x items and masked. */
    public static Evaluation evaluate(Scorer scorer, CsrGraph seen, CsrGraph relevant, int[] users, int k,
            Parallel parallel) {
        return evaluate(scorer, seen, relevant, users, k, parallel, () -> {});
    }

    /** The same; {@code checkpoint} runs before each block of the calling thread and may throw to end the work. */
    public static Evaluation evaluate(Scorer scorer, CsrGraph seen, CsrGraph relevant, int[] users, int k,
            Parallel parallel, Runnable checkpoint) {
        int[] measured = Arrays.stream(users).filter(user -> relevant.degree(user) > 0).toArray();
        Evaluation evaluation = new Evaluation(k, measured, new double[measured.length], new double[measured.length]);
        Evaluator evaluator = new Evaluator(seen, relevant, k);
        int caller = parallel.concurrency() - 1;
        parallel.forRange(measured.length, (part, from, to) -> evaluator.measure(scorer, evaluation, from, to,
                part == caller ? checkpoint : () -> {}));
        return evaluation;
    }

    private void measure(Scorer scorer, Evaluation evaluation, int from, int to, Runnable checkpoint) {
        int blockUsers = Math.max(1, Math.min(MAX_BLOCK_USERS, BLOCK_SCORES / Math.max(1, scorer.itemCount())));
        TopItems top = new TopItems(Math.min(k, Math.max(1, scorer.itemCount())));
        DenseMatrix scores = null;
        for (int block = from; block < to; block += blockUsers) {
            checkpoint.run();
            int end = Math.min(to, block + blockUsers);
            if (scores == null || scores.rows() != end - block) {
                scores = DenseMatrix.zeros(end - block, scorer.itemCount());
            }
            scorer.score(evaluation.users(), block, end, scores);
            for (int n = block; n < end; n++) {
                measureUser(evaluation, n, scores, n - block, top);
            }
        }
    }

    private void measureUser(Evaluation evaluation, int n, DenseMatrix scores, int row, TopItems top) {
        int user = evaluation.users()[n];
        int[] ranked = rank(user, scores.data(), scores.offset(row), scores.cols(), top);
        boolean[] hits = new boolean[ranked.length];
        for (int rank = 0; rank < ranked.length; rank++) {
            hits[rank] = relevant.contains(user, ranked[rank]);
        }
        evaluation.recall()[n] = RankingMetrics.recallAtK(hits, relevant.degree(user), k);
        evaluation.ndcg()[n] = RankingMetrics.ndcgAtK(hits, relevant.degree(user), k);
    }

    private int[] rank(int user, float[] scores, int offset, int items, TopItems top) {
        for (int e = seen.offsets()[user]; e < seen.offsets()[user + 1]; e++) {
            scores[offset + seen.neighbors()[e]] = Float.NEGATIVE_INFINITY;
        }
        top.clear();
        for (int item = 0; item < items; item++) {
            if (scores[offset + item] > Float.NEGATIVE_INFINITY) {
                top.offer(item, scores[offset + item]);
            }
        }
        return top.items();
    }
}
