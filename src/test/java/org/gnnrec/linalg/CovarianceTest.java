package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    private static final int ROWS = 500;
    private static final int COLS = 7;
    private final SplittableRandom random = new SplittableRandom(1);
    private final DenseMatrix rows = random(ROWS, COLS);
    private final DenseMatrix covariance = Covariance.of(rows,
            new Workers(new Parallel(1), Cancellation.NEVER));

    private DenseMatrix random(int rows, int cols) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) (random.nextGaussian() + n % cols);
        }
        return matrix;
    }

    @Test
    void itIsThatOfAnotherLibrary() {
        double[][] wide = new double[ROWS][COLS];
        for (int row = 0; row < ROWS; row++) {
            for (int col = 0; col < COLS; col++) {
                wide[row][col] = rows.data()[rows.offset(row) + col];
            }
        }
        double[][] wanted = new org.hipparchus.stat.correlation.Covariance(MatrixUtils.createRealMatrix(wide), false)
                .getCovarianceMatrix().getData();
        for (int row = 0; row < COLS; row++) {
            for (int col = 0; col < COLS; col++) {
                assertThat((double) covariance.data()[covariance.offset(row) + col])
                        .isCloseTo(wanted[row][col], within(1e-4));
            }
        }
    }

    @Test
    void theDeviationIsThatOfTheInnerProducts() {
        float[] x = random(1, COLS).row(0);
        double[] products = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            products[row] = new ScalarKernels().dot(x, 0, rows.data(), rows.offset(row), COLS);
        }
        assertThat(Covariance.deviation(covariance, x))
                .isCloseTo(new StandardDeviation(false).evaluate(products), within(1e-3));
        assertThat(Covariance.deviation(covariance, new float[COLS])).isZero();
    }
}
