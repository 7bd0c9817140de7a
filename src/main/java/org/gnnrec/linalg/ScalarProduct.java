package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * The product behind the three of {@link ScalarKernels}: {@code C += P B}, see {@link Panels.Product}. The compiler
 * turns the inner loop into SIMD code only if all arrays in it run on one index (up to JDK 25 it cannot tell overlap
 * otherwise), so rows of B and C are copied to arrays of their own: four to eight times faster, copies included.
 */
final class ScalarProduct {
    /** Rows of B in one pass over a row of C. */
    private static final int DEPTH = 8;
    /** Rows of C at work on one copy of B: at d = 64 both stay in a level-1 cache. */
    private static final int ROWS = 64;

    private ScalarProduct() {}

    static void add(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        float[][] bRows = new float[DEPTH][columns];
        float[][] cRows = new float[Math.min(ROWS, rows)][columns];
        for (int r = 0; r < rows; r += ROWS) {
            int count = Math.min(ROWS, rows - r);
            int cStart = cOffset + r * cStride;
            for (int i = 0; i < count; i++) {
                System.arraycopy(c, cStart + i * cStride, cRows[i], 0, columns);
            }
            addBlock(p, pOffset + r * pRow, pRow, pColumn, count, depth, b, bOffset, bStride, columns, bRows, cRows);
            for (int i = 0; i < count; i++) {
                System.arraycopy(cRows[i], 0, c, cStart + i * cStride, columns);
            }
        }
    }

    private static void addBlock(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b,
            int bOffset, int bStride, int columns, float[][] bRows, float[][] cRows) {
        float[] factors = new float[DEPTH];
        for (int k = 0; k < depth; k += DEPTH) {
            int count = Math.min(DEPTH, depth - k);
            for (int i = 0; i < count; i++) {
                System.arraycopy(b, bOffset + (k + i) * bStride, bRows[i], 0, columns);
            }
            for (int i = count; i < DEPTH; i++) {
                factors[i] = 0f;
                Arrays.fill(bRows[i], 0f);
            }
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < count; i++) {
                    factors[i] = p[pOffset + r * pRow + (k + i) * pColumn];
                }
                addEight(cRows[r], columns, factors, bRows);
            }
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
