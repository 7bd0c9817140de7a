package org.gnnrec.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowSetTest {
    private final RowSet set = new RowSet(10, 4);

    @Test
    void aRowKeepsItsFirstSlotAndIsCounted() {
        assertThat(set.add(7)).isZero();
        assertThat(set.add(3)).isEqualTo(1);
        assertThat(set.add(7)).isZero();
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.count(0)).isEqualTo(2);
        assertThat(set.count(1)).isEqualTo(1);
        assertThat(set.row(1)).isEqualTo(3);
        assertThat(set.slotOf(4)).isNegative();
    }

    @Test
    void clearingForgetsRowsAndCounts() {
        set.add(7);
        set.add(7);
        set.clear();
        assertThat(set.size()).isZero();
        assertThat(set.slotOf(7)).isNegative();
        set.add(7);
        assertThat(set.count(0)).isEqualTo(1);
    }

    @Test
    void neverHoldsMoreThanThereAre() {
        assertThat(new RowSet(3, 2048).capacity()).isEqualTo(3);
    }
}
