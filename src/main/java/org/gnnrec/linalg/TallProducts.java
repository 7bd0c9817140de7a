package org.gnnrec.linalg;

/**
 * Products of matrices with many rows and few columns, in blocks of rows. The blocks do not depend on the number of
 * threads, and so the bits do not.
 *
 * @param algebra multiplies the blocks
 */
record TallProducts(DenseAlgebra algebra, Workers workers) {
    private static final int BLOCK = 1024;
    /** Sums that are kept apart and added in their order. */
    private static final int LANES = 8;

    /** {@code a^T b}: a is n x m, b is n x k. Blocks are summed as floats, their sums as doubles. O(n m k). */
    double[][] inner(DenseMatrix a, DenseMatrix b) {
        double[][][] lanes = new double[LANES][][];
        workers.parallel().forRange(LANES, (part, from, to) -> {
            for (int lane = from; lane < to; lane++) {
                lanes[lane] = lane(a, b, lane);
            }
        });
        for (int lane = 1; lane < LANES; lane++) {
            for (int row = 0; row < a.cols(); row++) {
                for (int col = 0; col < b.cols(); col++) {
                    lanes[0][row][col] += lanes[lane][row][col];
                }
            }
        }
        return lanes[0];
    }

    private double[][] lane(DenseMatrix a, DenseMatrix b, int lane) {
        double[][] sum = new double[a.cols()][b.cols()];
        int end = start(a, lane + 1);
        for (int row = start(a, lane); row < end; row += BLOCK) {
            workers.cancellation().check();
            DenseMatrix product = DenseMatrix.zeros(a.cols(), b.cols());
            algebra.transposedMultiplyAdd(a, row, b, row, Math.min(BLOCK, end - row), product);
            add(product, sum);
        }
        return sum;
    }

    private static int start(DenseMatrix a, int lane) {
        return (int) ((long) a.rows() * lane / LANES);
    }

    private static void add(DenseMatrix product, double[][] sum) {
        for (int row = 0; row < sum.length; row++) {
            for (int col = 0; col < sum[row].length; col++) {
                sum[row][col] += product.data()[product.offset(row) + col];
            }
        }
    }

    /** {@code a b}, a new matrix: a is n x m, b is m x k. O(n m k). */
    DenseMatrix multiply(DenseMatrix a, DenseMatrix b) {
        DenseMatrix product = DenseMatrix.zeros(a.rows(), b.cols());
        workers.parallel().forRange(Math.ceilDiv(a.rows(), BLOCK), (part, from, to) -> {
            for (int block = from; block < to; block++) {
                workers.cancellation().check();
                int row = block * BLOCK;
                algebra.multiplyAdd(a, row, Math.min(BLOCK, a.rows() - row), b, product, row);
            }
        });
        return product;
    }
}
