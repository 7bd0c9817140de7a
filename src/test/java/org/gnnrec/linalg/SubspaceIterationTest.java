package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubspaceIterationTest {
    private static final Workers ALONE = new Workers(new Parallel(1), Cancellation.NEVER);
    private static final TallProducts PRODUCTS = new TallProducts(DenseAlgebra.get(), ALONE);

    /** A^T A of a matrix that is held whole, by plain loops. */
    private record Products(double[][] a) implements SubspaceIteration.Operator {
        static Products random(int rows, int cols, double density, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = new double[rows][cols];
            for (double[] row : a) {
                Arrays.setAll(row, col -> random.nextDouble() < density ? 1 : 0);
            }
            return new Products(a);
        }

        @Override
        public int size() {
            return a[0].length;
        }

        @Override
        public int rank() {
            return Math.min(a.length, a[0].length);
        }

        @Override
        public DenseMatrix multiply(DenseMatrix x) {
            DenseMatrix product = DenseMatrix.zeros(x.rows(), x.cols());
            for (int col = 0; col < x.cols(); col++) {
                double[] sums = new double[x.rows()];
                for (double[] row : a) {
                    double inner = 0;
                    for (int n = 0; n < row.length; n++) {
                        inner += row[n] * x.data()[x.offset(n) + col];
                    }
                    for (int n = 0; n < row.length; n++) {
                        sums[n] += row[n] * inner;
                    }
                }
                for (int n = 0; n < sums.length; n++) {
                    product.data()[product.offset(n) + col] = (float) sums[n];
                }
            }
            return product;
        }

        double[] singularValues() {
            return new SingularValueDecomposition(MatrixUtils.createRealMatrix(a)).getSingularValues();
        }
    }

    @ParameterizedTest
    @CsvSource({ "300, 200, 0.1, 20", "40, 300, 0.2, 40", "60, 30, 0.3, 30", "30, 60, 0.3, 100", "5, 3, 0.7, 2",
            "1, 1, 1, 1" })
    void singularValuesAreThoseOfADenseSolver(int rows, int cols, double density, int count) {
        Products products = Products.random(rows, cols, density, 7);
        SubspaceIteration.Pairs pairs = SubspaceIteration.leading(products, count, 1, ALONE);
        double[] wanted = products.singularValues();
        assertThat(pairs.values()).hasSize(Math.min(count, products.rank()));
        for (int n = 0; n < pairs.values().length; n++) {
            assertThat(Math.sqrt(pairs.values()[n])).isCloseTo(wanted[n], within(1e-3 * wanted[0]));
        }
    }

    @Test
    void vectorsAreOrthonormalEigenvectors() {
        Products products = Products.random(300, 200, 0.1, 7);
        SubspaceIteration.Pairs pairs = SubspaceIteration.leading(products, 10, 1, ALONE);
        double[][] inner = PRODUCTS.inner(pairs.vectors(), pairs.vectors());
        DenseMatrix images = products.multiply(pairs.vectors());
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < 10; b++) {
                assertThat(inner[a][b]).isCloseTo(a == b ? 1 : 0, within(1e-5));
            }
        }
        assertThat(PRODUCTS.inner(pairs.vectors(), images)[0][0]).isCloseTo(pairs.values()[0],
                within(1e-4 * pairs.values()[0]));
    }

    @Test
    void aMatrixOfLowRankHasZerosAfterItsValues() {
        double[][] rows = new double[20][12];
        for (int row = 0; row < rows.length; row++) {
            Arrays.fill(rows[row], row % 2 == 0 ? 0 : 6, row % 2 == 0 ? 6 : 12, 1);
        }
        SubspaceIteration.Pairs pairs = SubspaceIteration.leading(new Products(rows), 5, 3, ALONE);
        assertThat(pairs.values()[0]).isCloseTo(60, within(1e-3));
        assertThat(pairs.values()[1]).isCloseTo(60, within(1e-3));
        assertThat(Arrays.copyOfRange(pairs.values(), 2, 5)).containsOnly(new double[]{ 0, 0, 0 }, within(1e-3));
    }

    @Test
    void aMatrixOfZerosHasNoDirections() {
        SubspaceIteration.Pairs pairs = SubspaceIteration.leading(new Products(new double[4][6]), 2, 3, ALONE);
        assertThat(pairs.values()).containsOnly(0);
        assertThat(pairs.vectors().data()).containsOnly(0);
    }

    @Test
    void theLargestNumberOfEachVectorIsPositive() {
        DenseMatrix vectors = SubspaceIteration.leading(Products.random(50, 40, 0.2, 3), 6, 1, ALONE).vectors();
        for (int col = 0; col < 6; col++) {
            float largest = 0;
            for (int row = 0; row < 40; row++) {
                float value = vectors.data()[vectors.offset(row) + col];
                largest = Math.abs(value) > Math.abs(largest) ? value : largest;
            }
            assertThat(largest).isPositive();
        }
    }

    @Test
    void theBitsDoNotDependOnTheThreads() {
        Products products = Products.random(3000, 60, 0.05, 9);
        SubspaceIteration.Pairs alone = SubspaceIteration.leading(products, 12, 5, ALONE);
        try (Parallel three = new Parallel(3)) {
            SubspaceIteration.Pairs shared = SubspaceIteration.leading(products, 12, 5,
                    new Workers(three, Cancellation.NEVER));
            assertThat(shared.values()).containsExactly(alone.values());
            assertThat(shared.vectors().data()).containsExactly(alone.vectors().data());
        }
    }
}
