package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Sample;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.testing.Graphs;

class TopKThresholdsTest {
    private static final int D = 3;

    @Property(tries = 50, seed = "5")
    void areTheKthLargestScoreOfAllItemsWhereTheseAreFew(@ForAll @IntRange(min = 1, max = 80) int users,
            @ForAll @IntRange(min = 1, max = 60) int items, @ForAll @IntRange(min = 1, max = 70) int k,
            @ForAll long seed) {
        assertAreThoseOfTheTwin(Graphs.random(users, items, 0.2, seed), k, seed);
    }

    @Example
    void ofManyItemsTheyAreThoseOfTheUsersItemsAndASample() {
        assertAreThoseOfTheTwin(Graphs.random(50, 2 * TopKThresholds.SAMPLES, 0.05, 1), 20, 7);
    }

    @Example
    void everyPassDrawsAnotherSample() {
        CsrGraph graph = Graphs.random(50, 2 * TopKThresholds.SAMPLES, 0.05, 1);
        TopKThresholds thresholds = thresholds(graph, 20, 1, 1);
        Embeddings rows = rows(graph, 2);
        thresholds.adapt(rows);
        float first = thresholds.of(0);
        thresholds.adapt(rows);
        assertThat(thresholds.of(0)).isNotEqualTo(first);
    }

    @Example
    void theyAreTheSameBitsOnAnyNumberOfThreads() {
        CsrGraph graph = Graphs.random(133, 1_300, 0.02, 1);
        float[] one = adapted(graph, 20, 1, 1);
        for (int concurrency = 2; concurrency <= 4; concurrency++) {
            assertThat(adapted(graph, 20, 1, concurrency)).containsExactly(one);
        }
    }

    @Example
    void theyAreZeroUntilTheFirstPass() {
        assertThat(thresholds(Graphs.random(5, 50, 0.5, 1), 1, 1, 1).of(3)).isZero();
    }

    private static void assertAreThoseOfTheTwin(CsrGraph graph, int k, long seed) {
        float[] thresholds = adapted(graph, k, seed, 2);
        int[] sample = sample(graph, seed);
        for (int user = 0; user < thresholds.length; user++) {
            assertThat(thresholds[user]).isCloseTo(twin(graph, rows(graph, seed), user, k, sample), within(1e-5f));
        }
    }

    /** Sorts the scores of the sample and of the user's items, each item once. */
    private static float twin(CsrGraph graph, Embeddings rows, int user, int k, int[] sample) {
        IntStream own = IntStream.range(0, graph.columnCount()).filter(item -> graph.contains(user, item));
        double[] scores = IntStream.concat(own, Arrays.stream(sample)).distinct()
                .mapToDouble(item -> score(rows, user, item)).sorted().toArray();
        return scores.length < k ? TopKThresholds.NONE : (float) scores[scores.length - k];
    }

    private static double score(Embeddings rows, int user, int item) {
        return IntStream.range(0, D)
                .mapToDouble(c -> (double) rows.users().data()[user * D + c] * rows.items().data()[item * D + c]).sum();
    }

    /** Items without an interaction are not drawn. */
    private static int[] sample(CsrGraph graph, long seed) {
        CsrGraph itemUsers = graph.transpose();
        int[] candidates = IntStream.range(0, graph.columnCount()).filter(item -> itemUsers.degree(item) > 0).toArray();
        return Sample.of(candidates, TopKThresholds.SAMPLES, new SplittableRandom(seed));
    }

    private static float[] adapted(CsrGraph graph, int k, long seed, int concurrency) {
        TopKThresholds thresholds = thresholds(graph, k, seed, concurrency);
        thresholds.adapt(rows(graph, seed));
        float[] values = new float[graph.rowCount()];
        for (int user = 0; user < values.length; user++) {
            values[user] = thresholds.of(user);
        }
        return values;
    }

    private static TopKThresholds thresholds(CsrGraph graph, int k, long seed, int concurrency) {
        StepConfig config = Steps.config(Map.of("loss", "softmaxAtK", "lossTopK", k));
        return new TopKThresholds(graph, config, new SplittableRandom(seed),
                Workers.of(new Parallel(concurrency), () -> {}));
    }

    private static Embeddings rows(CsrGraph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Embeddings(normal(graph.rowCount(), random), normal(graph.columnCount(), random));
    }

    private static DenseMatrix normal(int rows, SplittableRandom random) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, D);
        for (int n = 0; n < rows * D; n++) {
            matrix.data()[n] = (float) random.nextGaussian();
        }
        return matrix;
    }
}
