package org.gnnrec.linalg;

import java.util.BitSet;

/**
 * Orthonormal columns with the span of given ones, by Cholesky QR, which is products of the whole matrix alone. Where
 * the columns are too much alike for that, a shift makes them less alike, and another pass follows (Fukaya et al.,
 * "Shifted Cholesky QR for Computing the QR Factorization of Ill-Conditioned Matrices", SIAM J. Sci. Comput. 42, 2020).
 * A column that is still in the span of those before it becomes zeros, and a column of zeros stays as it is.
 */
final class OrthonormalBasis {
    private static final int MOST_PASSES = 12;
    /** Each makes alike columns a hundred times less alike: four bring out all that floats hold. */
    private static final int SHIFTED_PASSES = 4;
    /** Products of floats tell squares of cosines above this from rounding. */
    private static final double LEAST_PIVOT = 1e-4;

    private OrthonormalBasis() {}

    /**
     * The columns, orthonormal but for the error. O(n l^2) a pass, one to three where the columns are not alike.
     *
     * @param columns n x l
     * @param error the most that an inner product of two columns may be off
     * @throws IllegalStateException where a number is infinite or none
     */
    static DenseMatrix of(DenseMatrix columns, double error, TallProducts products) {
        DenseMatrix basis = columns;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            double[][] gram = products.inner(basis, basis);
            double deviation = deviation(gram);
            if (deviation <= error) {
                return basis;
            }
            if (!Double.isFinite(deviation)) {
                break;
            }
            basis = products.multiply(basis, inverseFactor(gram, pass < SHIFTED_PASSES));
        }
        throw new IllegalStateException("the columns of a matrix of " + columns.rows() + " x " + columns.cols()
                + " floats have no orthonormal basis: are all of them finite?");
    }

    /** How far the products are from those of orthonormal columns. NaN where one is. */
    private static double deviation(double[][] gram) {
        double most = 0;
        for (int row = 0; row < gram.length; row++) {
            for (int col = 0; col <= row; col++) {
                double wanted = row == col && gram[row][row] != 0 ? 1 : 0;
                most = Math.max(most, Math.abs(gram[row][col] - wanted));
            }
        }
        return most;
    }

    /** R^-1 of the columns X = Q R, from their products X^T X. */
    private static DenseMatrix inverseFactor(double[][] gram, boolean mayShift) {
        int l = gram.length;
        double[] scales = new double[l];
        for (int n = 0; n < l; n++) {
            scales[n] = gram[n][n] == 0 ? 0 : 1 / Math.sqrt(gram[n][n]);
        }
        double[][] inverse = Cholesky.inverse(factor(gram, scales, mayShift));
        DenseMatrix factor = DenseMatrix.zeros(l, l);
        for (int row = 0; row < l; row++) {
            for (int col = row; col < l; col++) {
                factor.data()[factor.offset(row) + col] = (float) (scales[row] * inverse[col][row]);
            }
        }
        return factor;
    }

    /** L of the cosines of the columns. Columns in the span of others make a shift, or their scales become zero. */
    private static double[][] factor(double[][] gram, double[] scales, boolean mayShift) {
        double[][] cosines = cosines(gram, scales, 0);
        BitSet missing = Cholesky.decompose(cosines, LEAST_PIVOT);
        if (missing.isEmpty() || !mayShift) {
            missing.stream().forEach(column -> scales[column] = 0);
            return cosines;
        }
        double[][] shifted = cosines(gram, scales, LEAST_PIVOT);
        Cholesky.decompose(shifted, 0);
        return shifted;
    }

    private static double[][] cosines(double[][] gram, double[] scales, double shift) {
        int l = gram.length;
        double[][] cosines = new double[l][l];
        for (int row = 0; row < l; row++) {
            for (int col = 0; col < l; col++) {
                cosines[row][col] = row == col ? 1 + shift : gram[row][col] * scales[row] * scales[col];
            }
        }
        return cosines;
    }
}
