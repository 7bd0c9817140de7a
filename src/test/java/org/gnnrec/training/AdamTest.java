package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gnnrec.linalg.Parallel;
import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void followsAlgorithmOneOfThePaper() {
        int n = 2500;
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[n];
        double[] expected = new double[n];
        double[] m = new double[n];
        double[] v = new double[n];
        try (Parallel parallel = new Parallel(2)) {
            Adam adam = new Adam(n, 0.01);
            for (int t = 1; t <= 30; t++) {
                float[] gradient = new float[n];
                for (int i = 0; i < n; i++) {
                    // Every third is touched in every fifth step alone: its moments go on moving it.
                    gradient[i] = i % 3 == 0 && t % 5 != 0 ? 0 : (float) random.nextGaussian();
                    m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                    v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                    double first = m[i] / (1 - Math.pow(0.9, t));
                    double second = v[i] / (1 - Math.pow(0.999, t));
                    expected[i] -= 0.01 * first / (Math.sqrt(second) + 1e-8);
                }
                adam.step(x, gradient, parallel);
                assertThat(gradient).containsOnly(0);
            }
        }
        for (int i = 0; i < n; i++) {
            assertThat((double) x[i]).isCloseTo(expected[i], within(2e-6));
        }
    }
}
