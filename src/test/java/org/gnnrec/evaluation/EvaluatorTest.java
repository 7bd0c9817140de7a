package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    @Test
    void seenItemsAreMaskedAndTiesGoToTheLowerIndex() {
        CsrGraph seen = Graphs.parse(1, 5, "0:0");
        Scorer scorer = rows(new float[][]{ { 9, 1, 2, 2, 2 } });
        // Ranked 2, 3, 4, 1: with k = 2 item 3 is found and item 4, which ties with it, is not.
        assertThat(evaluate(scorer, seen, Graphs.parse(1, 5, "0:3"), 2).meanRecall()).isEqualTo(1);
        assertThat(evaluate(scorer, seen, Graphs.parse(1, 5, "0:4"), 2).meanRecall()).isZero();
        assertThat(evaluate(scorer, seen, Graphs.parse(1, 5, "0:0"), 5).meanRecall()).isZero();
    }

    @Test
    void usersWithoutARelevantItemAreLeftOut() {
        Scorer scorer = rows(new float[][]{ { 1, 2 }, { 1, 2 }, { 1, 2 } });
        Evaluation evaluation = evaluate(scorer, Graphs.parse(3, 2, ""), Graphs.parse(3, 2, "0:1; 2:0"), 1);
        assertThat(evaluation.users()).containsExactly(0, 2);
        assertThat(evaluation.recall()).containsExactly(1, 0);
        assertThat(evaluation.meanNdcg()).isEqualTo(0.5);
    }

    @Test
    void agreesWithSortingEveryItemOnAnyNumberOfThreads() {
        CsrGraph seen = Graphs.random(90, 40, 0.1, 1);
        CsrGraph relevant = Graphs.random(90, 40, 0.1, 2);
        float[][] scores = new float[90][40];
        SplittableRandom random = new SplittableRandom(3);
        for (float[] row : scores) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(12);
            }
        }
        Evaluation one = evaluate(rows(scores), seen, relevant, 7);
        for (int n = 0; n < one.users().length; n++) {
            int user = one.users()[n];
            int[] ranked = IntStream.range(0, 40).filter(item -> !seen.contains(user, item)).boxed()
                    .sorted(Comparator.comparingDouble(item -> -scores[user][item])).mapToInt(Integer::intValue)
                    .toArray();
            long hits = IntStream.of(ranked).limit(7).filter(item -> relevant.contains(user, item)).count();
            assertThat(one.recall()[n]).isEqualTo((double) hits / relevant.degree(user));
        }
        try (Parallel three = new Parallel(3)) {
            Evaluation other = Evaluator.evaluate(rows(scores), seen, relevant, users(90), 7,
                    Workers.of(three, Cancellation.NEVER));
            assertThat(other.ndcg()).containsExactly(one.ndcg());
        }
    }

    @Test
    void anInfiniteOrUndefinedScoreIsNeverRecommended() {
        Scorer scorer = rows(new float[][]{ { Float.NaN, Float.NEGATIVE_INFINITY, 0 } });
        assertThat(evaluate(scorer, Graphs.parse(1, 3, ""), Graphs.parse(1, 3, "0:0,1"), 3).meanRecall()).isZero();
    }

    @Test
    void theCancellationEndsTheWork() {
        Scorer scorer = rows(new float[][]{ { 1, 2 } });
        try (Parallel parallel = new Parallel(2)) {
            assertThatIllegalStateException().isThrownBy(() -> Evaluator.evaluate(scorer, Graphs.parse(1, 2, ""),
                    Graphs.parse(1, 2, "0:1"), new int[]{ 0 }, 2, Workers.of(parallel, () -> {
                        throw new IllegalStateException("terminated");
                    }))).withMessage("terminated");
        }
    }

    @Test
    void theIntervalIsTheMeanWithNearlyTwoStandardErrors() {
        Evaluation evaluation = new Evaluation(20, new int[4], new double[]{ 0, 0, 1, 1 }, new double[4]);
        double error = Math.sqrt(1 / 3.0 / 4);
        assertThat(evaluation.recallInterval().low()).isCloseTo(0.5 - 1.96 * error, within(1e-12));
        assertThat(evaluation.recallInterval().high()).isCloseTo(0.5 + 1.96 * error, within(1e-12));
    }

    private static Evaluation evaluate(Scorer scorer, CsrGraph seen, CsrGraph relevant, int k) {
        try (Parallel parallel = new Parallel(1)) {
            return Evaluator.evaluate(scorer, seen, relevant, users(seen.rowCount()), k,
                    Workers.of(parallel, Cancellation.NEVER));
        }
    }

    private static int[] users(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static Scorer rows(float[][] scores) {
        return new Scorer() {
            @Override
            public int itemCount() {
                return scores[0].length;
            }

            @Override
            public void score(int[] users, int from, int to, DenseMatrix out) {
                for (int row = from; row < to; row++) {
                    System.arraycopy(scores[users[row]], 0, out.data(), out.offset(row - from), itemCount());
                }
            }
        };
    }
}
