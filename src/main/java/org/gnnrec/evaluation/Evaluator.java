package org.gnnrec.evaluation;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.TopK;
import org.gnnrec.linalg.Workers;

/**
 * Ranks the whole catalog for each user, with seen items masked, and measures recall and NDCG at k. A relevant item
 * gains its weight. Ties go to the lower item index. O(users * items * d) for embeddings. Each thread holds a block of
 * scores of at most {@link #blockBytes}. The result does not depend on the number of threads.
 */
public final class Evaluator {
    private static final int BLOCK_SCORES = 1 << 22;
    private static final int MAX_BLOCK_USERS = 256;

    private final Scorer scorer;
    private final CsrGraph seen;
    private final CsrGraph relevant;
    private final Evaluation evaluation;
    private final int blockUsers;

    private Evaluator(Scorer scorer, CsrGraph seen, CsrGraph relevant, Evaluation evaluation) {
        this.scorer = scorer;
        this.seen = seen;
        this.relevant = relevant;
        this.evaluation = evaluation;
        this.blockUsers = blockUsers(scorer.itemCount());
    }

    /**
     * Measures the users that have a row in {@code relevant}. The items of {@code seen} are masked. Each thread asks
     * the cancellation before each block.
     *
     * @param seen users x items
     * @param relevant users x items
     */
    public static Evaluation evaluate(Scorer scorer, CsrGraph seen, CsrGraph relevant, int[] users, int k,
            Workers workers) {
        int[] measured = Arrays.stream(users).filter(user -> relevant.degree(user) > 0).toArray();
        Evaluation evaluation = new Evaluation(k, measured, new double[measured.length], new double[measured.length]);
        Evaluator evaluator = new Evaluator(scorer, seen, relevant, evaluation);
        int blocks = (measured.length + evaluator.blockUsers - 1) / evaluator.blockUsers;
        // Each thread gets whole blocks: a product may round by its shape, so shapes must not depend on the threads.
        workers.parallel().forRange(blocks,
                (part, from, to) -> evaluator.measure(from, to, workers.cancellation()));
        return evaluation;
    }

    /** The size of the scores that a thread holds, in bytes. */
    public static long blockBytes(int itemCount) {
        return 4L * blockUsers(itemCount) * itemCount;
    }

    private static int blockUsers(int itemCount) {
        return Math.max(1, Math.min(MAX_BLOCK_USERS, BLOCK_SCORES / Math.max(1, itemCount)));
    }

    private void measure(int firstBlock, int endBlock, Cancellation cancellation) {
        int[] users = evaluation.users();
        int[] ranked = new int[evaluation.k()];
        float[] rankedScores = new float[evaluation.k()];
        TopK top = new TopK(evaluation.k());
        DenseMatrix scores = null;
        for (int block = firstBlock; block < endBlock; block++) {
            cancellation.check();
            int from = block * blockUsers;
            int to = Math.min(users.length, from + blockUsers);
            if (scores == null || scores.rows() != to - from) {
                scores = DenseMatrix.zeros(to - from, scorer.itemCount());
            }
            scorer.score(users, from, to, scores);
            for (int n = from; n < to; n++) {
                mask(users[n], scores.data(), scores.offset(n - from));
                top.offerAll(0, scores.data(), scores.offset(n - from), scores.cols());
                measure(n, ranked, top.drainTo(ranked, rankedScores));
            }
        }
    }

    private void mask(int user, float[] scores, int offset) {
        for (int e = seen.offsets()[user]; e < seen.offsets()[user + 1]; e++) {
            scores[offset + seen.neighbors()[e]] = Float.NEGATIVE_INFINITY;
        }
    }

    private void measure(int n, int[] ranked, int count) {
        int user = evaluation.users()[n];
        double[] gains = new double[count];
        for (int rank = 0; rank < count; rank++) {
            gains[rank] = relevant.weightBetween(user, ranked[rank]);
        }
        evaluation.recall()[n] = RankingMetrics.recallAtK(gains, relevant.rowWeight(user), evaluation.k());
        evaluation.ndcg()[n] = RankingMetrics.ndcgAtK(gains, fallingGains(user), evaluation.k());
    }

    private double[] fallingGains(int user) {
        double[] negated = new double[relevant.degree(user)];
        for (int n = 0; n < negated.length; n++) {
            negated[n] = -relevant.weight(relevant.offsets()[user] + n);
        }
        Arrays.sort(negated);
        return Arrays.stream(negated).map(gain -> -gain).toArray();
    }
}
