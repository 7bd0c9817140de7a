package org.gnnrec.linalg;

/** The twins of {@link Kernels}: the textbook loops, summed in double. */
final class NaiveKernels {
    private NaiveKernels() {}

    static double dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }

    static double[] gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset) {
        double[] sums = new double[d];
        for (int k = 0; k < d; k++) {
            sums[k] = y[yOffset + k];
            for (int e = from; e < to; e++) {
                sums[k] += (double) weights[e] * x[columns[e] * d + k];
            }
        }
        return sums;
    }

    /** C (rows x columns) plus P B, where P(r, k) lies at {@code pOffset + r * pRow + k * pColumn}. */
    static double[] product(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset, int d,
            float[] c, int cOffset, int rows) {
        double[] sums = new double[rows * d];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < d; j++) {
                double sum = c[cOffset + r * d + j];
                for (int k = 0; k < depth; k++) {
                    sum += (double) p[pOffset + r * pRow + k * pColumn] * b[bOffset + k * d + j];
                }
                sums[r * d + j] = sum;
            }
        }
        return sums;
    }
}
