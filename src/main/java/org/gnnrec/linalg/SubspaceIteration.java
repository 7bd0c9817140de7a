package org.gnnrec.linalg;

import java.util.SplittableRandom;

/**
 * The leading eigenpairs of a large symmetric matrix without negative eigenvalues, by randomized subspace iteration
 * (Halko, Martinsson and Tropp, "Finding Structure with Randomness", SIAM Review 53, 2011, algorithm 4.4) and
 * Rayleigh-Ritz. The same seed gives the same bits for any number of threads.
 */
public final class SubspaceIteration {
    /** Columns beside those that are asked for. */
    private static final int OVERSAMPLING = 20;
    private static final int ITERATIONS = 6;
    /** How orthogonal a basis has to be on the way, where only its span counts. */
    private static final double ROUGHLY = 0.1;
    private static final double ERROR = 1e-5;
    /** Products of the basis with a matrix as wide, about. */
    private static final double PRODUCTS = 4.0 * ITERATIONS;
    /** Matrices as small as the subspace: the lanes of inner products, their sum, and what the decomposition makes. */
    private static final long SMALL = 16;

    private SubspaceIteration() {}

    /** A symmetric matrix, n x n, without negative eigenvalues. */
    public interface Operator {
        int size();

        /** The most eigenvalues above zero that it can have. */
        int rank();

        /** The product with a matrix, n x l, as a new one. */
        DenseMatrix multiply(DenseMatrix x);
    }

    /**
     * @param values falling, none negative
     * @param vectors n x values, orthonormal columns, the largest number of each above zero
     */
    public record Pairs(double[] values, DenseMatrix vectors) {}

    /** Bytes at the peak: three matrices of so many rows, and small ones. */
    public static long bytes(long size, long rank, int count) {
        long width = width(rank, count);
        return 3 * 4 * size * width + SMALL * 8 * width * width;
    }

    /**
     * The pairs with the largest values, as many as asked for, at most the rank. O(n l^2) and a product an iteration,
     * where l is a little more than the count.
     */
    public static Pairs leading(Operator operator, int count, long seed, Workers workers) {
        int width = (int) width(operator.rank(), count);
        DenseAlgebra algebra = DenseAlgebra.forWork(PRODUCTS * operator.size() * width * width);
        TallProducts products = new TallProducts(algebra, workers);
        DenseMatrix basis = normal(operator.size(), width, new SplittableRandom(seed));
        for (int n = 0; n < ITERATIONS; n++) {
            basis = OrthonormalBasis.of(operator.multiply(basis), ROUGHLY, products);
        }
        basis = OrthonormalBasis.of(basis, ERROR, products);
        SymmetricEigen.Pairs pairs = SymmetricEigen.get().of(products.inner(basis, operator.multiply(basis)));
        return pairs(basis, pairs, Math.min(count, width), products);
    }

    private static long width(long rank, int count) {
        return Math.min(rank, (long) count + OVERSAMPLING);
    }

    private static DenseMatrix normal(int rows, int cols, SplittableRandom random) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextGaussian();
        }
        return matrix;
    }

    private static Pairs pairs(DenseMatrix basis, SymmetricEigen.Pairs pairs, int count, TallProducts products) {
        DenseMatrix rotation = DenseMatrix.zeros(basis.cols(), count);
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = Math.max(0, pairs.values()[n]);
            for (int row = 0; row < basis.cols(); row++) {
                rotation.data()[rotation.offset(row) + n] = (float) pairs.vectors()[n][row];
            }
        }
        DenseMatrix vectors = products.multiply(basis, rotation);
        turn(vectors);
        return new Pairs(values, vectors);
    }

    /** An eigenvector is one in either direction: the first of its largest numbers becomes positive. */
    private static void turn(DenseMatrix vectors) {
        float[] largest = new float[vectors.cols()];
        for (int n = 0; n < vectors.data().length; n++) {
            float value = vectors.data()[n];
            largest[n % vectors.cols()] = Math.abs(value) > Math.abs(largest[n % vectors.cols()])
                    ? value
                    : largest[n % vectors.cols()];
        }
        for (int n = 0; n < vectors.data().length; n++) {
            vectors.data()[n] *= largest[n % vectors.cols()] < 0 ? -1 : 1;
        }
    }
}
