package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final boolean[] HITS = { false, true, true, false };

    @Test
    void recallCountsHitsOverAllRelevantItems() {
        assertThat(RankingMetrics.recallAtK(HITS, 5, 4)).isEqualTo(2 / 5.0);
        assertThat(RankingMetrics.recallAtK(HITS, 5, 2)).isEqualTo(1 / 5.0);
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfTheRank() {
        // Ranks 2 and 3 hit: 1/log2(3) + 1/2 = 1.130930; the best of 3 relevant: 1 + 1/log2(3) + 1/2 = 2.130930.
        assertThat(RankingMetrics.ndcgAtK(HITS, 3, 4)).isCloseTo(1.1309298 / 2.1309298, within(1e-7));
    }

    @Test
    void theIdealListIsNoLongerThanK() {
        // Ten relevant items, k = 2: the ideal is 1 + 1/log2(3).
        assertThat(RankingMetrics.ndcgAtK(HITS, 10, 2)).isCloseTo(0.6309298 / 1.6309298, within(1e-7));
    }

    @Test
    void aPerfectListHasOneAndAListWithoutHitsHasNothing() {
        assertThat(RankingMetrics.ndcgAtK(new boolean[]{ true, true }, 2, 20)).isEqualTo(1);
        assertThat(RankingMetrics.recallAtK(new boolean[0], 2, 20)).isZero();
        assertThat(RankingMetrics.ndcgAtK(new boolean[0], 2, 20)).isZero();
    }
}
