package org.gnnrec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdMapTest {

    @Property(seed = "11")
    void everyNodeIdFindsItsIndexAndNoOtherDoes(@ForAll Set<Long> nodeIds, @ForAll long stranger) {
        long[] ascending = nodeIds.stream().mapToLong(Long::longValue).sorted().toArray();
        IdMap map = IdMap.ofAscending(ascending);
        assertThat(map.size()).isEqualTo(ascending.length);
        for (int index = 0; index < ascending.length; index++) {
            assertThat(map.indexOf(map.nodeId(index))).isEqualTo(index);
        }
        assertThat(map.indexOf(stranger) >= 0).isEqualTo(nodeIds.contains(stranger));
    }

    @Test
    void anEmptyMapKnowsNobody() {
        assertThat(IdMap.ofAscending(new long[0]).indexOf(0)).isEqualTo(-1);
    }

    @Test
    void idsThatDoNotAscendStrictlyAreRefusedWithBoth() {
        assertThatThrownBy(() -> IdMap.ofAscending(new long[]{ 1, 7, 7 })).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 stands before 7");
        assertThatThrownBy(() -> IdMap.ofAscending(new long[]{ 9, 3 })).hasMessageContaining("9 stands before 3");
    }
}
