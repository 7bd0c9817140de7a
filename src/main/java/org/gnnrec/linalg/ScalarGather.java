package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * The sparse product of {@link ScalarKernels}. Eight rows at a time are copied to arrays of their own, so that the
 * compiler turns their sum into SIMD code as in {@link ScalarProduct}. With the copies this is a fifth faster than sums
 * in registers. The two share no loops: the compiler unrolls a loop by the length of the rows it saw, and the short
 * ones here would cost the product a third. Holds 9 KB a thread.
 */
final class ScalarGather {
    private static final int WIDTH = 256;
    private static final int DEPTH = 8;
    private static final ThreadLocal<ScalarGather> OF_THREAD = ThreadLocal.withInitial(ScalarGather::new);

    private final float[] factors = new float[DEPTH];
    private final float[][] rows = new float[DEPTH][WIDTH];
    private final float[] sum = new float[WIDTH];

    private ScalarGather() {}

    /** See {@link Kernels#gather}. */
    static void add(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        ScalarGather gather = OF_THREAD.get();
        for (int k = 0; k < d; k += WIDTH) {
            gather.add(columns, weights, from, to, x, d, k, y, yOffset + k);
        }
    }

    private void add(int[] columns, float[] weights, int from, int to, float[] x, int d, int k, float[] y,
            int yOffset) {
        int width = Math.min(WIDTH, d - k);
        System.arraycopy(y, yOffset, sum, 0, width);
        for (int e = from; e < to; e += DEPTH) {
            int count = Math.min(DEPTH, to - e);
            for (int i = 0; i < count; i++) {
                System.arraycopy(x, columns[e + i] * d + k, rows[i], 0, width);
                factors[i] = weights[e + i];
            }
            addRows(count, width);
        }
        System.arraycopy(sum, 0, y, yOffset, width);
    }

    /** Adds four or eight rows; zeros replace the missing ones. */
    private void addRows(int count, int width) {
        int all = count <= DEPTH / 2 ? DEPTH / 2 : DEPTH;
        for (int i = count; i < all; i++) {
            factors[i] = 0f;
            Arrays.fill(rows[i], 0, width, 0f);
        }
        if (all == DEPTH) {
            addEight(sum, width, factors, rows);
        } else {
            addFour(sum, width, factors, rows);
        }
    }

    private static void addFour(float[] c, int n, float[] p, float[][] b) {
        float p0 = p[0];
        float p1 = p[1];
        float p2 = p[2];
        float p3 = p[3];
        float[] b0 = b[0];
        float[] b1 = b[1];
        float[] b2 = b[2];
        float[] b3 = b[3];
        for (int j = 0; j < n; j++) {
            c[j] += p0 * b0[j] + p1 * b1[j] + p2 * b2[j] + p3 * b3[j];
        }
    }

    private static void addEight(float[] c, int n, float[] p, float[][] b) {
        float p0 = p[0];
        float p1 = p[1];
        float p2 = p[2];
        float p3 = p[3];
        float p4 = p[4];
        float p5 = p[5];
        float p6 = p[6];
        float p7 = p[7];
        float[] b0 = b[0];
        float[] b1 = b[1];
        float[] b2 = b[2];
        float[] b3 = b[3];
        float[] b4 = b[4];
        float[] b5 = b[5];
        float[] b6 = b[6];
        float[] b7 = b[7];
        for (int j = 0; j < n; j++) {
            c[j] += p0 * b0[j] + p1 * b1[j] + p2 * b2[j] + p3 * b3[j] + p4 * b4[j] + p5 * b5[j] + p6 * b6[j]
                    + p7 * b7[j];
        }
    }
}
