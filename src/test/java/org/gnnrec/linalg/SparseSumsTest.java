package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SparseSumsTest {
    private final SparseSums sums = new SparseSums(5);

    @Test
    void valuesOfOneIndexAddUp() {
        sums.add(3, 1.5);
        sums.add(0, 2);
        sums.add(3, 0.25);
        assertThat(sums.count()).isEqualTo(2);
        assertThat(sums.index(0)).isEqualTo(3);
        assertThat(sums.index(1)).isZero();
        assertThat(sums.sum(3)).isEqualTo(1.75);
        assertThat(sums.sum(1)).isZero();
        assertThat(sums.has(0)).isTrue();
        assertThat(sums.has(1)).isFalse();
    }

    @Test
    void anIndexWhoseSumIsZeroWasAddedTo() {
        sums.add(2, 1);
        sums.add(2, -1);
        sums.add(2, 0);
        assertThat(sums.count()).isOne();
        assertThat(sums.has(2)).isTrue();
    }

    @Test
    void nothingIsLeftAfterClearing() {
        sums.add(2, 1);
        sums.scale(2, 3);
        assertThat(sums.sum(2)).isEqualTo(3);
        sums.clear();
        assertThat(sums.count()).isZero();
        assertThat(sums.has(2)).isFalse();
        sums.add(2, 5);
        assertThat(sums.sum(2)).isEqualTo(5);
    }

    @Test
    void theDeviationCountsSumsThatAreZero() {
        assertThat(sums.deviation()).isZero();
        sums.add(1, 5);
        sums.add(4, -5);
        assertThat(sums.deviation()).isCloseTo(Math.sqrt(10), within(1e-12));
        sums.add(0, 10);
        assertThat(sums.deviation()).isCloseTo(Math.sqrt(30 - 4), within(1e-12));
    }
}
