package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthonormalBasisTest {
    private static final Workers ALONE = new Workers(new Parallel(1), Cancellation.NEVER);
    private static final TallProducts PRODUCTS = new TallProducts(DenseAlgebra.get(), ALONE);

    /** Columns that are one direction and a little of another: the less, the more alike they are. */
    @ParameterizedTest
    @ValueSource(doubles = { 1, 1e-2, 1e-4 })
    void columnsBecomeOrthonormalHoweverAlikeTheyAre(double difference) {
        DenseMatrix columns = random(3000, 12, 1);
        for (int row = 0; row < columns.rows(); row++) {
            for (int col = 1; col < columns.cols(); col++) {
                int at = columns.offset(row) + col;
                columns.data()[at] = (float) (columns.data()[columns.offset(row)] + difference * columns.data()[at]);
            }
        }
        DenseMatrix basis = OrthonormalBasis.of(columns, 1e-5, PRODUCTS);
        double[][] inner = PRODUCTS.inner(basis, basis);
        double[][] shares = PRODUCTS.inner(basis, columns);
        for (int a = 0; a < 12; a++) {
            double squares = 0;
            for (int b = 0; b < 12; b++) {
                assertThat(inner[a][b]).isCloseTo(a == b ? 1 : 0, within(1e-4));
                squares += shares[b][a] * shares[b][a];
            }
            // What the basis holds of a column is the column.
            assertThat(squares).isCloseTo(squaredLength(columns, a), within(1e-4 * squares));
        }
    }

    private static double squaredLength(DenseMatrix columns, int col) {
        double squares = 0;
        for (int row = 0; row < columns.rows(); row++) {
            squares += Math.pow(columns.data()[columns.offset(row) + col], 2);
        }
        return squares;
    }

    @Test
    void aColumnOfZerosStays() {
        DenseMatrix columns = random(50, 3, 2);
        for (int row = 0; row < 50; row++) {
            columns.data()[columns.offset(row) + 1] = 0;
        }
        DenseMatrix basis = OrthonormalBasis.of(columns, 1e-5, PRODUCTS);
        double[][] inner = PRODUCTS.inner(basis, basis);
        assertThat(inner[1]).containsOnly(0);
        assertThat(inner[2][2]).isCloseTo(1, within(1e-5));
    }

    @Test
    void aColumnInTheSpanOfOthersBecomesZeros() {
        DenseMatrix columns = random(50, 3, 2);
        for (int row = 0; row < 50; row++) {
            columns.data()[columns.offset(row)] = row % 2;
            columns.data()[columns.offset(row) + 1] = 1 - row % 2;
            columns.data()[columns.offset(row) + 2] = 1;
        }
        DenseMatrix basis = OrthonormalBasis.of(columns, 1e-5, PRODUCTS);
        double[][] inner = PRODUCTS.inner(basis, basis);
        assertThat(inner[0][0]).isCloseTo(1, within(1e-5));
        assertThat(inner[1][1]).isCloseTo(1, within(1e-5));
        assertThat(inner[2]).containsOnly(0);
    }

    @Test
    void numbersThatAreNoneAreAnError() {
        DenseMatrix columns = random(50, 3, 2);
        columns.data()[7] = Float.NaN;
        assertThatThrownBy(() -> OrthonormalBasis.of(columns, 1e-5, PRODUCTS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have no orthonormal basis");
    }

    private static DenseMatrix random(int rows, int cols, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextGaussian();
        }
        return matrix;
    }
}
