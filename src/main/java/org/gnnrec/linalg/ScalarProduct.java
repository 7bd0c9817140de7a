package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * The product behind three methods of {@link ScalarKernels}: {@code C += P B}. The compiler turns the inner loop into
 * SIMD code only if all its arrays share one index (up to JDK 25 it cannot rule out overlap otherwise). So rows of B
 * and C are copied to arrays of their own, 72 KB a thread. Some 16 entries of a row still run one by one, which takes
 * as long as the rest of 256, so the loop runs over the longer side of C: it is twice as fast at 256 as at 64. A sum is
 * the same, to the bit, either way.
 */
final class ScalarProduct {
    /** Columns of C in one pass. With twice as many, each would cost a tenth less. */
    static final int WIDTH = 256;
    /** Rows of B in one pass over a row of C. */
    private static final int DEPTH = 8;
    /** Rows of C that share a copy of B. Fewer rows copy B more often, which costs more than a level-2 cache. */
    private static final int ROWS = 64;

    private static final ThreadLocal<ScalarProduct> OF_THREAD = ThreadLocal.withInitial(ScalarProduct::new);

    private final float[] factors = new float[DEPTH];
    private final float[][] bRows = new float[DEPTH][WIDTH];
    private final float[][] cRows = new float[ROWS][WIDTH];

    private ScalarProduct() {}

    /** P is rows x depth, B depth x columns and C rows x columns. */
    static void add(Strided p, Strided b, Strided c, int rows, int depth, int columns) {
        ScalarProduct product = OF_THREAD.get();
        if (columns < WIDTH && 2 * columns <= rows) {
            product.addWide(b.turned(), p.turned(), c.turned(), columns, depth, rows);
        } else {
            product.addWide(p, b, c, rows, depth, columns);
        }
    }

    private void addWide(Strided p, Strided b, Strided c, int rows, int depth, int columns) {
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            for (int r = 0; r < rows; r += ROWS) {
                int count = Math.min(ROWS, rows - r);
                Strided block = c.from(r, j);
                block.copyTo(cRows, count, width);
                addBlock(p.from(r, 0), b.from(0, j), count, depth, width);
                block.copyFrom(cRows, count, width);
            }
        }
    }

    private void addBlock(Strided p, Strided b, int rows, int depth, int width) {
        for (int k = 0; k < depth; k += DEPTH) {
            int count = Math.min(DEPTH, depth - k);
            b.from(k, 0).copyTo(bRows, count, width);
            for (int i = count; i < DEPTH; i++) {
                factors[i] = 0f;
                Arrays.fill(bRows[i], 0, width, 0f);
            }
            addRows(p.from(0, k), rows, count, width);
        }
    }

    private void addRows(Strided p, int rows, int count, int width) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < count; i++) {
                factors[i] = p.data()[p.at(r, i)];
            }
            addEight(cRows[r], width, factors, bRows);
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
