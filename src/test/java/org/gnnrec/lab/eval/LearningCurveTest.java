package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearningCurveTest {
    @Test
    void pointsArePowersOfTwoUpToTheMost() {
        assertThat(LearningCurve.epochs(20)).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(LearningCurve.epochs(8)).containsExactly(1L, 2L, 4L, 8L);
        assertThat(LearningCurve.epochs(1)).containsExactly(1L);
    }
}
