package org.gnnrec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class CsrGraphTest {
    private final CsrGraph graph = Graphs.parse(3, 4, "0:3,1; 2:0,1,2");

    @Test
    void rowsAreSortedAndCounted() {
        assertThat(graph.offsets()).containsExactly(0, 2, 2, 5);
        assertThat(graph.neighbors()).containsExactly(1, 3, 0, 1, 2);
        assertThat(graph.edgeCount()).isEqualTo(5);
        assertThat(graph.degree(1)).isZero();
    }

    @Test
    void containsFindsEdgesAndNothingElse() {
        assertThat(graph.contains(0, 3)).isTrue();
        assertThat(graph.contains(0, 2)).isFalse();
        assertThat(graph.contains(1, 0)).isFalse();
    }

    @Test
    void transposeSwapsRowsAndColumns() {
        CsrGraph transposed = graph.transpose();
        assertThat(transposed.offsets()).containsExactly(0, 1, 3, 4, 5);
        assertThat(transposed.neighbors()).containsExactly(2, 0, 2, 2, 0);
        assertThat(transposed.transpose().neighbors()).containsExactly(graph.neighbors());
    }

    @Test
    void unionHoldsTheEdgesOfBothOnce() {
        CsrGraph union = graph.union(Graphs.parse(3, 4, "0:1,2; 1:0"));
        assertThat(union.offsets()).containsExactly(0, 3, 4, 7);
        assertThat(union.neighbors()).containsExactly(1, 2, 3, 0, 0, 1, 2);
    }

    @Test
    void withoutLeavesTheEdgesThatTheOtherLacks() {
        CsrGraph left = Graphs.parse(3, 4, "0:1,2,3; 2:0").without(Graphs.parse(3, 4, "0:0,2; 1:1; 2:0"));
        assertThat(left.sameEdges(Graphs.parse(3, 4, "0:1,3"))).isTrue();
        assertThat(graph.without(graph).edgeCount()).isZero();
    }

    @Test
    void unionOfOtherShapesIsRefused() {
        CsrGraph other = Graphs.parse(3, 5, "0:1");
        assertThatIllegalArgumentException().isThrownBy(() -> graph.union(other)).withMessageContaining("3 x 4")
                .withMessageContaining("3 x 5");
    }

    @Test
    void balancedBoundsCoverEveryRowInOrder() {
        CsrGraph random = Graphs.random(50, 30, 0.2, 3);
        for (int parts = 1; parts <= 60; parts++) {
            int[] bounds = random.balancedBounds(parts);
            assertThat(bounds).isSorted().hasSize(parts + 1).startsWith(0).endsWith(50);
        }
    }

    @Test
    void balancedBoundsGiveAHubAPartOfItsOwn() {
        CsrGraph hub = Graphs.parse(4, 12, "0:0,1,2,3,4,5,6,7,8,9,10,11; 1:0; 2:0; 3:0");
        assertThat(hub.balancedBounds(2)).containsExactly(0, 1, 4);
    }

    @Test
    void offsetsThatDoNotAscendToTheEdgesAreRefused() {
        int[][] wrong = { {}, { 0 }, { 0, 2, 2, 6 }, { 0, 2, 2, 4 }, { 1, 2, 2, 5 }, { 0, 3, 2, 5 }, { 0, 6, 2, 5 },
                { 0, -1, 2, 5 }, { 0, 2, 2, 5, 5 }, { 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 5 } };
        for (int[] offsets : wrong) {
            assertThatIllegalArgumentException().isThrownBy(
                    () -> CsrGraph.of(3, 4, offsets, graph.neighbors(), null))
                    .withMessageContaining("offsets do not span 3 rows and 5 edges");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CsrGraph.of(-1, 4, new int[0], new int[0], null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsrGraph.of(Integer.MAX_VALUE, 4, new int[0], new int[0], null));
    }

    @Test
    void ofTakesItsOwnArraysBack() {
        CsrGraph copy = CsrGraph.of(3, 4, graph.offsets(), graph.neighbors(), null);
        assertThat(Arrays.equals(copy.neighbors(), graph.neighbors())).isTrue();
    }

    @Test
    void ofRefusesUnsortedRowsAndColumnsOutside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsrGraph.of(1, 4, new int[]{ 0, 2 }, new int[]{ 2, 1 }, null))
                .withMessageContaining("row 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsrGraph.of(1, 4, new int[]{ 0, 1 }, new int[]{ 4 }, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsrGraph.of(2, 4, new int[]{ 0, 1 }, new int[]{ 3 }, null))
                .withMessageContaining("offsets");
    }

    @Test
    void aRowIsAGraphOfItsOwn() {
        CsrGraph graph = Graphs.weighted(Graphs.parse(3, 5, "0:1,4; 2:0"), 3);
        assertThat(graph.row(0).neighbors()).containsExactly(1, 4);
        assertThat(graph.row(0).weights()).containsExactly(graph.weight(0), graph.weight(1));
        assertThat(graph.row(1).edgeCount()).isZero();
        assertThat(graph.withoutWeights().row(2).sameEdges(Graphs.parse(1, 5, "0:0"))).isTrue();
    }

    @Test
    void weightsOfAnEdgeOfBothAreAddedInAUnion() {
        CsrGraph some = CsrGraph.of(1, 3, new int[]{ 0, 2 }, new int[]{ 0, 1 }, new float[]{ 2, 3 });
        CsrGraph union = some.union(Graphs.parse(1, 3, "0:1,2"));
        assertThat(union.neighbors()).containsExactly(0, 1, 2);
        assertThat(union.weights()).containsExactly(2, 4, 1);
        assertThat(some.union(Graphs.parse(1, 3, "")).sameEdges(some)).isTrue();
    }
}
