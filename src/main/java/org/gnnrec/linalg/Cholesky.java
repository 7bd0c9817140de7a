package org.gnnrec.linalg;

import java.util.Arrays;
import java.util.BitSet;

/** {@code A = L L^T} of a symmetric matrix in place: L is lower triangular. For small matrices, on one thread. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Writes L over the lower triangle. A row whose pivot is below the least is one of the identity in L, as if the
     * matrix had not its row and column. O(n^3).
     *
     * @return the rows without a pivot
     */
    static BitSet decompose(double[][] a, double least) {
        BitSet missing = new BitSet();
        for (int row = 0; row < a.length; row++) {
            for (int col = 0; col < row; col++) {
                a[row][col] = missing.get(col) ? 0 : (a[row][col] - dot(a[row], a[col], col)) / a[col][col];
            }
            double pivot = a[row][row] - dot(a[row], a[row], row);
            if (pivot < least) {
                missing.set(row);
                Arrays.fill(a[row], 0, row, 0);
            }
            a[row][row] = pivot < least ? 1 : Math.sqrt(pivot);
        }
        return missing;
    }

    /** The lower triangular inverse of L. O(n^3). */
    static double[][] inverse(double[][] lower) {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int row = 0; row < n; row++) {
            double[] sums = inverse[row];
            for (int k = 0; k < row; k++) {
                for (int col = 0; col <= k; col++) {
                    sums[col] -= lower[row][k] * inverse[k][col];
                }
            }
            for (int col = 0; col < row; col++) {
                sums[col] /= lower[row][row];
            }
            sums[row] = 1 / lower[row][row];
        }
        return inverse;
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
