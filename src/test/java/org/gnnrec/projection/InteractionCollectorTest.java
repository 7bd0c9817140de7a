package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Graphs;
import org.gnnrec.model.ServedModels;
import org.junit.jupiter.api.Test;

class InteractionCollectorTest {
    /** Users are the nodes 10..12, items 20..23. */
    private final InteractionCollector collector = new InteractionCollector(
            ServedModels.table(10, 3, index -> index), ServedModels.table(20, 4, index -> index));

    @Test
    void bothDirectionsAndDoublesAreOneInteractionButAllAreCounted() {
        assertThat(collector.add(10, 22)).isTrue();
        assertThat(collector.add(22, 10)).isTrue();
        assertThat(collector.add(10, 22)).isTrue();
        assertThat(collector.add(12, 20)).isTrue();
        assertThat(collector.accepted()).isEqualTo(4);
        assertThat(collector.build().sameEdges(Graphs.parse(3, 4, "0:2; 2:0"))).isTrue();
    }

    @Test
    void pairsOfOtherNodesAreLeftOut() {
        long[][] foreign = { { 10, 11 }, { 20, 21 }, { 10, 99 }, { 99, 20 }, { 10, 10 }, { -1, 20 } };
        for (long[] pair : foreign) {
            assertThat(collector.add(pair[0], pair[1])).isFalse();
        }
        assertThat(collector.accepted()).isZero();
    }

    @Test
    void withoutPairsTheGraphHasAllItsRowsAndColumns() {
        CsrGraph graph = collector.build();
        assertThat(graph.rowCount()).isEqualTo(3);
        assertThat(graph.columnCount()).isEqualTo(4);
        assertThat(graph.edgeCount()).isZero();
    }
}
