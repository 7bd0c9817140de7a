package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * {@code C = A B^T} through {@link PanamaProduct}. A panel of rows of B is turned into columns once and serves all rows
 * of A. Costs one write of B beside the product, and (d + m) * width floats of scratch.
 */
final class Panels {
    private Panels() {}

    static void multiplyTransposed(int width, float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d,
            float[] c, int cOffset, int cStride) {
        float[] panel = new float[width * d];
        float[] tile = new float[m * width];
        for (int j = 0; j < n; j += width) {
            int columns = Math.min(width, n - j);
            transpose(b, bOffset + j * d, columns, d, panel, width);
            Arrays.fill(tile, 0f);
            PanamaProduct.add(a, aOffset, d, 1, m, d, panel, 0, width, width, tile, 0, width);
            for (int i = 0; i < m; i++) {
                System.arraycopy(tile, i * width, c, cOffset + i * cStride + j, columns);
            }
        }
    }

    /** Turns rows of d floats into columns of a panel {@code width} wide, four for each line read. */
    private static void transpose(float[] b, int bOffset, int rows, int d, float[] panel, int width) {
        int k = 0;
        for (; k <= d - 4; k += 4) {
            int p0 = k * width;
            int p1 = p0 + width;
            int p2 = p1 + width;
            int p3 = p2 + width;
            for (int j = 0; j < rows; j++) {
                int row = bOffset + j * d + k;
                panel[p0 + j] = b[row];
                panel[p1 + j] = b[row + 1];
                panel[p2 + j] = b[row + 2];
                panel[p3 + j] = b[row + 3];
            }
        }
        for (; k < d; k++) {
            for (int j = 0; j < rows; j++) {
                panel[k * width + j] = b[bOffset + j * d + k];
            }
        }
    }
}
