package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambertWTest {
    @ParameterizedTest
    @ValueSource(doubles = { -0.999999, -0.99, -0.9, -0.5, -1e-9, 0, 1e-9, 0.3, 1, 2, 10, 500 })
    void invertsItsDefinition(double w) {
        assertThat(LambertW.of(w * Math.exp(w))).isCloseTo(w, within(1e-6));
    }

    @Test
    void knownValues() {
        assertThat(LambertW.of(1)).isCloseTo(0.5671432904097838, within(1e-12));
        assertThat(LambertW.of(Math.E)).isCloseTo(1, within(1e-12));
        assertThat(LambertW.of(LambertW.LOWEST)).isEqualTo(-1);
        assertThat(LambertW.of(LambertW.LOWEST + 1e-17)).isBetween(-1.0, -0.99);
        assertThat(LambertW.of(-1)).isNaN();
    }
}
