package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.Decay;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;

class InteractionCollectorTest {
    private static final double NO_WEIGHT = Double.NaN;
    private static final double NO_TIME = Double.NaN;
    private static final double DAY = 86_400;

    private final InteractionCollector collector = collector(false, false);

    @Test
    void bothDirectionsAndDoublesAreOneInteractionButAllAreCounted() {
        long pair = collector.pair(10, 22);
        collector.add(pair, 1, NO_WEIGHT, NO_TIME);
        collector.add(collector.pair(22, 10), 1, NO_WEIGHT, NO_TIME);
        collector.add(pair, 1, NO_WEIGHT, NO_TIME);
        collector.add(collector.pair(12, 20), 1, NO_WEIGHT, NO_TIME);
        assertThat(collector.accepted()).isEqualTo(4);
        assertThat(collector.build(Decay.NONE).sameEdges(Graphs.parse(3, 4, "0:2; 2:0"))).isTrue();
    }

    @Test
    void pairsOfOtherNodesAreNone() {
        long[][] foreign = { { 10, 11 }, { 20, 21 }, { 10, 99 }, { 99, 20 }, { 10, 10 }, { -1, 20 } };
        for (long[] pair : foreign) {
            assertThat(collector.pair(pair[0], pair[1])).isEqualTo(InteractionCollector.NONE);
        }
    }

    @Test
    void withoutPairsTheGraphHasAllItsRowsAndColumns() {
        CsrGraph graph = collector.build(Decay.NONE);
        assertThat(graph.rowCount()).isEqualTo(3);
        assertThat(graph.columnCount()).isEqualTo(4);
        assertThat(graph.edgeCount()).isZero();
    }

    @Test
    void weightsOfAPairAddUpToTheSameWhateverTheirOrder() {
        double[] weights = { 0.1, 3, NO_WEIGHT, 1e-7, 0.3, 1e7 };
        InteractionCollector forward = collector(true, false);
        InteractionCollector backward = collector(true, false);
        for (int n = 0; n < weights.length; n++) {
            forward.add(forward.pair(10, 20), 2, weights[n], NO_TIME);
            backward.add(backward.pair(10, 20), 2, weights[weights.length - 1 - n], NO_TIME);
        }
        float sum = forward.build(Decay.NONE).weightBetween(0, 0);
        assertThat(sum).isCloseTo(2 * (0.1f + 3 + 1 + 0.3f + 1e7f), within(2f));
        assertThat(backward.build(Decay.NONE).weightBetween(0, 0)).isEqualTo(sum);
    }

    @Test
    void whatWeighsNothingOrLessIsADislike() {
        InteractionCollector weighted = collector(true, false);
        weighted.add(weighted.pair(10, 20), 0, NO_WEIGHT, NO_TIME);
        weighted.add(weighted.pair(10, 21), 5, -2, NO_TIME);
        weighted.add(weighted.pair(10, 22), -1, -2, NO_TIME);
        weighted.add(weighted.pair(10, 23), 5, 0.5, NO_TIME);
        assertThat(weighted.build(Decay.NONE).neighbors()).containsExactly(3);
        assertThat(weighted.buildDislikes().neighbors()).containsExactly(0, 1, 2);
    }

    @Test
    void weightsHalveWithEachHalfLifeAndAMissingTimeIsTheOldest() {
        InteractionCollector timed = collector(true, true);
        timed.add(timed.pair(10, 20), 1, NO_WEIGHT, 100 * DAY);
        timed.add(timed.pair(10, 21), 1, 4, 70 * DAY);
        timed.add(timed.pair(10, 22), 1, 4, 85 * DAY);
        timed.add(timed.pair(10, 23), 1, 4, NO_TIME);
        Decay decay = timed.decay(15);
        assertThat(decay).isEqualTo(new Decay(15, 100 * DAY, 70 * DAY));
        assertThat(timed.build(decay).weights()).containsExactly(1, 1, 2, 1);
    }

    @Test
    void withoutAnyTimeTheTimesAreLacking() {
        InteractionCollector timed = collector(true, true);
        timed.add(timed.pair(10, 20), 1, NO_WEIGHT, NO_TIME);
        assertThat(timed.lacksTimes()).isTrue();
        assertThat(timed.decay(15)).isEqualTo(Decay.NONE);
        timed.add(timed.pair(10, 21), 1, NO_WEIGHT, DAY);
        assertThat(timed.lacksTimes()).isFalse();
        assertThat(collector.lacksTimes()).isFalse();
    }

    /** Users are the nodes 10..12, items 20..23. */
    private static InteractionCollector collector(boolean weighted, boolean decays) {
        return new InteractionCollector(ServedModels.table(10, 3, index -> index),
                ServedModels.table(20, 4, index -> index), weighted, decays, HeapClaim.UNBOUNDED);
    }
}
