package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalarExpTest {
    @Test
    void isExpToTheBitBetweenItsBounds() {
        float[] x = new float[100_000];
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Exp.LOWEST + i * ((Exp.HIGHEST - Exp.LOWEST) / x.length);
            expected[i] = Exp.exp(x[i]);
        }
        ScalarExp.sum(x, 0, x.length, 0);
        assertThat(x).containsExactly(expected);
    }
}
