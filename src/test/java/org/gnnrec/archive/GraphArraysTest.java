package org.gnnrec.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class GraphArraysTest {
    private final CsrGraph plain = Graphs.random(7, 5, 0.4, 3);

    @Test
    void aGraphComesBack() {
        NamedArrays arrays = GraphArrays.of(plain);
        assertThat(arrays.asMap()).containsOnlyKeys("offsets", "neighbors");
        CsrGraph back = GraphArrays.graph(arrays, 7, 5);
        assertThat(back.sameEdges(plain)).isTrue();
        assertThat(back.rowCount()).isEqualTo(7);
        assertThat(back.columnCount()).isEqualTo(5);
        assertThat(back.isWeighted()).isFalse();
    }

    @Test
    void weightsComeBackBitForBit() {
        CsrGraph weighted = Graphs.weighted(plain, 4);
        NamedArrays arrays = GraphArrays.of(weighted);
        assertThat(arrays.asMap()).containsOnlyKeys("offsets", "neighbors", "weights");
        CsrGraph back = GraphArrays.graph(arrays, 7, 5);
        assertThat(back.sameEdges(weighted)).isTrue();
        assertThat(back.weights()).isEqualTo(weighted.weights());
    }

    @Test
    void aGraphWithoutEdgesComesBack() {
        for (boolean weighted : new boolean[]{ false, true }) {
            CsrGraph none = new CsrBuilder(3, 2, weighted).build();
            CsrGraph back = GraphArrays.graph(GraphArrays.of(none), 3, 2);
            assertThat(back.sameEdges(none)).isTrue();
            assertThat(back.isWeighted()).isEqualTo(weighted);
        }
    }

    @Test
    void arraysOfAnotherSizeAreRefused() {
        NamedArrays arrays = GraphArrays.of(plain);
        assertThatThrownBy(() -> GraphArrays.graph(arrays, 8, 5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offsets do not span 8 rows");
        assertThatThrownBy(() -> GraphArrays.graph(arrays, 7, 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns must ascend and be below 4");
        assertThatThrownBy(() -> GraphArrays.graph(NamedArrays.NONE, 7, 5))
                .isInstanceOf(NoSuchElementException.class).hasMessageContaining("'offsets'");
    }
}
