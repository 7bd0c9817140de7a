package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    @Test
    void rowsAreSortedAndRepeatedPairsMerged() {
        long[] pairs = { Interactions.pair(2, 7), Interactions.pair(0, 5), Interactions.pair(2, 1),
                Interactions.pair(2, 7) };
        Interactions interactions = Interactions.of(4, pairs);
        assertThat(interactions.size()).isEqualTo(3);
        assertThat(interactions.itemsOf(0)).containsExactly(5);
        assertThat(interactions.itemsOf(1)).isEmpty();
        assertThat(interactions.itemsOf(2)).containsExactly(1, 7);
        assertThat(interactions.degree(3)).isZero();
        assertThat(interactions.contains(2, 7)).isTrue();
        assertThat(interactions.contains(0, 7)).isFalse();
    }

    @Property(tries = 200)
    void itIsTheSetOfItsPairs(@ForAll @Size(max = 60) List<@IntRange(max = 99) Integer> codes) {
        long[] pairs = codes.stream().mapToLong(code -> Interactions.pair(code / 10, code % 10)).toArray();
        Interactions interactions = Interactions.of(10, pairs);
        TreeSet<Long> expected = new TreeSet<>(Arrays.stream(pairs).boxed().toList());
        assertThat(interactions.pairs()).containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
        assertThat(interactions.size()).isEqualTo(IntStream.range(0, 10).map(interactions::degree).sum());
        assertThat(Interactions.of(10, interactions.pairs())).isEqualTo(interactions);
    }
}
