package org.gnnrec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTableTest {
    private final NodeTable table = table(new long[]{ 4, 8, 15 }, 42L, "42", List.of(1L, 2L));

    @Test
    void aValueFindsItsIndexAndTypesAreToldApart() {
        assertThat(table.indexOfValue(42L)).isEqualTo(0);
        assertThat(table.indexOfValue("42")).isEqualTo(1);
        assertThat(table.indexOfValue(List.of(1L, 2L))).isEqualTo(2);
        assertThat(table.indexOfValue(42.0)).isEqualTo(-1);
        assertThat(table.indexOfValue(null)).isEqualTo(-1);
    }

    @Test
    void tablesOfTheSameValuesAreTheSameWhateverTheNodeIds() {
        assertThat(table.sameValues(table(new long[]{ 1, 2, 3 }, 42L, "42", List.of(1L, 2L)))).isTrue();
        assertThat(table.sameValues(table(new long[]{ 4, 8, 15 }, "42", 42L, List.of(1L, 2L)))).isFalse();
        assertThat(table.sameValues(table(new long[]{ 4, 8 }, 42L, "42"))).isFalse();
    }

    @Test
    void aSelectionKeepsIdsAndValues() {
        NodeTable some = table.select(new int[]{ 0, 2 });
        assertThat(some.nodes().nodeIds()).containsExactly(4, 15);
        assertThat(some.value(1)).isEqualTo(List.of(1L, 2L));
        assertThat(table.select(new int[0]).size()).isZero();
    }

    @Test
    void aValueForEachNodeIsDemanded() {
        assertThatThrownBy(() -> table(new long[]{ 1, 2 }, "a")).hasMessage("2 nodes but 1 id values");
    }

    private static NodeTable table(long[] nodeIds, Object... values) {
        return new NodeTable(IdMap.ofAscending(nodeIds), values);
    }
}
