package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallProductsTest {
    private static final Workers ALONE = new Workers(new Parallel(1), Cancellation.NEVER);
    private static final TallProducts PRODUCTS = new TallProducts(DenseAlgebra.get(), ALONE);

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 7, 1024, 1025, 9000 })
    void productsAreThoseOfPlainLoops(int rows) {
        DenseMatrix a = random(rows, 5, 1);
        DenseMatrix b = random(rows, 3, 2);
        DenseMatrix small = random(5, 4, 3);
        double[][] inner = PRODUCTS.inner(a, b);
        DenseMatrix product = PRODUCTS.multiply(a, small);
        for (int m = 0; m < 5; m++) {
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (int n = 0; n < rows; n++) {
                    sum += a.data()[a.offset(n) + m] * (double) b.data()[b.offset(n) + k];
                }
                assertThat(inner[m][k]).isCloseTo(sum, within(1e-3));
            }
        }
        for (int n = 0; n < rows; n++) {
            for (int k = 0; k < 4; k++) {
                double sum = 0;
                for (int m = 0; m < 5; m++) {
                    sum += a.data()[a.offset(n) + m] * (double) small.data()[small.offset(m) + k];
                }
                assertThat((double) product.data()[product.offset(n) + k]).isCloseTo(sum, within(1e-4));
            }
        }
    }

    private static DenseMatrix random(int rows, int cols, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextDouble(-1, 1);
        }
        return matrix;
    }
}
