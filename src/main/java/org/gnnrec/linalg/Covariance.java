package org.gnnrec.linalg;

/** The covariance of the columns of a matrix: how much inner products with its rows vary. */
public final class Covariance {
    private Covariance() {}

    /** {@code X^T X / n - m m^T} with the means m, for n rows of d floats: d x d. O(n d^2). */
    public static DenseMatrix of(DenseMatrix rows, Workers workers) {
        int d = rows.cols();
        TallProducts products = new TallProducts(DenseAlgebra.forWork((double) rows.rows() * d * d), workers);
        double[][] inner = products.inner(rows, rows);
        double[] means = means(rows);
        DenseMatrix covariance = DenseMatrix.zeros(d, d);
        for (int row = 0; row < d; row++) {
            for (int col = 0; col < d; col++) {
                covariance.data()[covariance.offset(row) + col] = (float) (inner[row][col] / rows.rows()
                        - means[row] * means[col]);
            }
        }
        return covariance;
    }

    private static double[] means(DenseMatrix rows) {
        double[] means = new double[rows.cols()];
        for (int row = 0; row < rows.rows(); row++) {
            for (int col = 0; col < means.length; col++) {
                means[col] += rows.data()[rows.offset(row) + col] / (double) rows.rows();
            }
        }
        return means;
    }

    /** The deviation of the inner products of a vector with the rows, {@code sqrt(x^T C x)}. O(d^2). */
    public static double deviation(DenseMatrix covariance, float[] x) {
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            sum += x[row] * (double) Kernels.get().dot(covariance.data(), covariance.offset(row), x, 0, x.length);
        }
        return Math.sqrt(Math.max(0, sum));
    }
}
