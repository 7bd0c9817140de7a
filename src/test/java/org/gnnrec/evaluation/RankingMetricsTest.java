package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double[] HITS = { 0, 1, 1, 0 };

    @Test
    void recallCountsHitsOverAllRelevantItems() {
        assertThat(RankingMetrics.recallAtK(HITS, 5, 4)).isEqualTo(2 / 5.0);
        assertThat(RankingMetrics.recallAtK(HITS, 5, 2)).isEqualTo(1 / 5.0);
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfTheRank() {
        // Ranks 2 and 3 hit: 1/log2(3) + 1/2 = 1.130930; the best of 3 relevant: 1 + 1/log2(3) + 1/2 = 2.130930.
        assertThat(RankingMetrics.ndcgAtK(HITS, ones(3), 4)).isCloseTo(1.1309298 / 2.1309298, within(1e-7));
    }

    @Test
    void theIdealListIsNoLongerThanK() {
        // Ten relevant items, k = 2: the ideal is 1 + 1/log2(3).
        assertThat(RankingMetrics.ndcgAtK(HITS, ones(10), 2)).isCloseTo(0.6309298 / 1.6309298, within(1e-7));
    }

    @Test
    void aPerfectListHasOneAndAListWithoutHitsHasNothing() {
        assertThat(RankingMetrics.ndcgAtK(ones(2), ones(2), 20)).isEqualTo(1);
        assertThat(RankingMetrics.recallAtK(new double[0], 2, 20)).isZero();
        assertThat(RankingMetrics.ndcgAtK(new double[0], ones(2), 20)).isZero();
    }

    @Test
    void gainsCountAsTheyAre() {
        double[] gains = { 1, 0, 5 };
        assertThat(RankingMetrics.recallAtK(gains, 8, 3)).isEqualTo(6 / 8.0);
        // Found 1 + 5/2; the best list is 5 + 2/log2(3) + 1/2.
        assertThat(RankingMetrics.ndcgAtK(gains, new double[]{ 5, 2, 1 }, 3)).isCloseTo(3.5 / 6.7618595, within(1e-7));
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
