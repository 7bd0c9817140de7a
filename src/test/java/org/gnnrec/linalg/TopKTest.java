package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TopKTest {

    @Property(seed = "7")
    void keepsWhatAFullSortWouldPutFirst(@ForAll("scores") float[] scores, @ForAll @IntRange(min = 1, max = 20) int k) {
        int[] expected = sorted(scores, k);
        TopK top = new TopK(k);
        for (int i = scores.length - 1; i >= 0; i--) {
            top.offer(i, scores[i]);
        }
        assertDrains(top, expected, scores);
    }

    @Property(seed = "7")
    void aBlockOffersTheSameAsSingleOffersAndTheHeapIsReusable(@ForAll("scores") float[] scores,
            @ForAll @IntRange(min = 1, max = 20) int k) {
        TopK top = new TopK(k);
        top.offer(5, 1e30f);
        top.clear();
        for (int round = 0; round < 2; round++) {
            int half = scores.length / 2;
            top.offerAll(half, scores, half, scores.length - half);
            top.offerAll(0, scores, 0, half);
            assertDrains(top, sorted(scores, k), scores);
        }
    }

    @Example
    void nanAndNegativeInfinityNeverRank() {
        TopK top = new TopK(3);
        assertThat(top.offer(0, Float.NaN)).isFalse();
        assertThat(top.offer(1, Float.NEGATIVE_INFINITY)).isFalse();
        assertThat(top.offer(2, -Float.MAX_VALUE)).isTrue();
        assertThat(top.offer(3, Float.POSITIVE_INFINITY)).isTrue();
        assertDrains(top, new int[]{ 3, 2 },
                new float[]{ 0, 0, -Float.MAX_VALUE, Float.POSITIVE_INFINITY });
    }

    @Example
    void equalScoresRankByLowerIndexAndZerosAreEqual() {
        TopK top = new TopK(2);
        top.offer(7, 0f);
        top.offer(Integer.MAX_VALUE, -0f);
        top.offer(3, -0f);
        assertDrains(top, new int[]{ 3, 7 }, new float[8]);
    }

    @Example
    void theThresholdIsTheWorstKeptScoreOnceFull() {
        TopK top = new TopK(2);
        top.offer(0, 5f);
        assertThat(top.threshold()).isEqualTo(-Float.MAX_VALUE);
        top.offer(1, 3f);
        assertThat(top.threshold()).isEqualTo(3f);
        assertThat(top.offer(2, 2f)).isFalse();
    }

    @Example
    void refusesAKBelowOne() {
        assertThatThrownBy(() -> new TopK(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at least 1 but was 0");
    }

    /** Few distinct values, so that ties are common, and every special one. */
    @Provide
    Arbitrary<float[]> scores() {
        Arbitrary<Float> ties = Arbitraries.of(-1f, -0f, 0f, 0.5f, 1f, Float.NaN, Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY, Float.MIN_VALUE);
        return Arbitraries.oneOf(ties, Arbitraries.floats()).array(float[].class).ofMaxSize(60);
    }

    private static int[] sorted(float[] scores, int k) {
        return IntStream.range(0, scores.length).filter(i -> scores[i] > Float.NEGATIVE_INFINITY).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -(scores[i] + 0f)).thenComparing(i -> i)).limit(k)
                .mapToInt(i -> i).toArray();
    }

    private static void assertDrains(TopK top, int[] expected, float[] scores) {
        int[] indices = new int[20];
        float[] drained = new float[20];
        assertThat(top.size()).isEqualTo(expected.length);
        assertThat(top.drainTo(indices, drained)).isEqualTo(expected.length);
        assertThat(Arrays.copyOf(indices, expected.length)).containsExactly(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(drained[i]).isEqualTo(scores[expected[i]] + 0f);
        }
        assertThat(top.size()).isZero();
    }
}
