package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelDeterminismTest {
    private static final int ROWS = 50;
    private static final int D = 64;
    /** Enough for the optimizing compiler to take over on the way. */
    private static final int CALLS = 20_000;

    @Test
    void theBitsOfASumAreTheSameBeforeAndAfterCompilation() {
        Kernels kernels = Kernels.get();
        float[] a = random(1, ROWS * D);
        float[] b = random(2, ROWS * D);
        float[] dots = new float[ROWS];
        float[] sums = new float[ROWS];
        for (int call = 0; call <= CALLS; call++) {
            for (int row = 0; row < ROWS; row++) {
                float dot = kernels.dot(a, row * D, b, row * D, D);
                float[] exponents = Arrays.copyOfRange(a, row * D, (row + 1) * D);
                float sum = kernels.expSum(exponents, 0, D, 0.5f);
                if (call == 0) {
                    dots[row] = dot;
                    sums[row] = sum;
                } else if (call == CALLS) {
                    assertThat(dot).isEqualTo(dots[row]);
                    assertThat(sum).isEqualTo(sums[row]);
                }
            }
        }
    }

    /** Threads may split the rows anywhere. */
    @Test
    void theBitsOfARowOfAProductAreTheSameWhicheverRowsItIsMultipliedWith() {
        Kernels kernels = Kernels.get();
        int rows = 300;
        float[] p = random(3, rows * ROWS);
        float[] b = random(4, ROWS * D);
        float[] whole = new float[rows * D];
        float[] parts = new float[rows * D];
        kernels.multiplyAdd(p, 0, ROWS, rows, ROWS, b, 0, D, whole, 0);
        for (int from = 0, to = 1; from < rows; from = to, to = Math.min(rows, 2 * to + 1)) {
            kernels.multiplyAdd(p, from * ROWS, ROWS, to - from, ROWS, b, 0, D, parts, from * D);
        }
        assertThat(parts).containsExactly(whole);
    }

    private static float[] random(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
