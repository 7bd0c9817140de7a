package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * {@code C = A B^T} by way of {@code C += P B}: a panel of rows of B is turned into columns once and serves all rows of
 * A. Costs one write of B beside the product, and (d + m) * width floats of scratch.
 */
final class Panels {
    private Panels() {}

    /** {@code C += P B}: P is rows x depth with element (r, k) at {@code r * pRow + k * pColumn}; B is depth x columns. */
    interface Product {
        void add(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b, int bOffset,
                int bStride, int columns, float[] c, int cOffset, int cStride);
    }

    static void multiplyTransposed(Product product, int width, float[] a, int aOffset, int m, float[] b, int bOffset,
            int n, int d, float[] c, int cOffset, int cStride) {
        float[] panel = new float[width * d];
        float[] tile = new float[m * width];
        for (int j = 0; j < n; j += width) {
            int columns = Math.min(width, n - j);
            transpose(b, bOffset + j * d, columns, d, panel, width);
            Arrays.fill(tile, 0f);
            product.add(a, aOffset, d, 1, m, d, panel, 0, width, width, tile, 0, width);
            for (int i = 0; i < m; i++) {
                System.arraycopy(tile, i * width, c, cOffset + i * cStride + j, columns);
            }
        }
    }

    /** Rows of d floats become columns of a panel {@code width} wide. */
    private static void transpose(float[] b, int bOffset, int rows, int d, float[] panel, int width) {
        for (int j = 0; j < rows; j++) {
            for (int k = 0; k < d; k++) {
                panel[k * width + j] = b[bOffset + j * d + k];
            }
        }
    }
}
