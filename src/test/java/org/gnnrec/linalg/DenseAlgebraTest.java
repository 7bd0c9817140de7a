package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.nested.NestedClassLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On the platform whose native library comes with the build ND4J must load: a fallback to Java fails. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DenseAlgebraTest {
    private final SplittableRandom random = new SplittableRandom(11);
    private final DenseAlgebra java = new JavaDenseAlgebra();
    private DenseAlgebra nd4j;

    @BeforeEach
    void nd4jLoads() {
        nd4j = DenseAlgebra.get();
        assertThat(nd4j.name()).as(DenseAlgebraLoader.reason()).isEqualTo("nd4j");
    }

    @Test
    void theGroundNamesWhatDecides() {
        assertThat(DenseAlgebraLoader.ground()).startsWith(System.getProperty(DenseAlgebraLoader.PROPERTY, "auto"));
    }

    @Test
    void bothBackendsEqualTheTextbookProductOnRandomShapes() {
        for (int draw = 0; draw < 60; draw++) {
            assertProduct(1 + random.nextInt(300), 1 + random.nextInt(300), 1 + random.nextInt(130));
        }
        assertProduct(1, 1, 1);
        assertProduct(1, 500, 64);
        assertProduct(500, 1, 64);
    }

    @Test
    void rangesOfRowsGiveTheTextbookProductsAndLeaveOtherRowsAlone() {
        for (int draw = 0; draw < 40; draw++) {
            int rows = random.nextInt(0, 90);
            assertRanges(random.nextInt(0, 5), rows, 1 + random.nextInt(70), 1 + random.nextInt(70));
        }
    }

    private void assertRanges(int start, int rows, int m, int n) {
        DenseMatrix a = matrix(start + rows + 2, m);
        DenseMatrix b = matrix(rows + 4, n);
        DenseMatrix w = matrix(m, n);
        DenseMatrix wT = matrix(n, m);
        for (DenseAlgebra algebra : new DenseAlgebra[]{ java, nd4j }) {
            DenseMatrix out = matrix(rows + 3, n);
            double[][] expected = doubles(out);
            algebra.multiplyAdd(a, start, rows, w, out, 1);
            forEach(rows, n, (r, c) -> {
                for (int k = 0; k < m; k++) {
                    expected[r + 1][c] += (double) at(a, start + r, k) * at(w, k, c);
                }
            });
            assertClose(out, expected);
            algebra.multiplyTransposed(a, start, rows, wT, out, 1);
            forEach(rows, n, (r, c) -> expected[r + 1][c] = NaiveKernels.dot(a.data(), a.offset(start + r), wT.data(),
                    wT.offset(c), m));
            assertClose(out, expected);
            DenseMatrix inner = matrix(m, n);
            double[][] expectedInner = doubles(inner);
            algebra.transposedMultiplyAdd(a, start, b, 2, rows, inner);
            forEach(m, n, (r, c) -> {
                for (int k = 0; k < rows; k++) {
                    expectedInner[r][c] += (double) at(a, start + k, r) * at(b, 2 + k, c);
                }
            });
            assertClose(inner, expectedInner);
        }
    }

    private interface Entry {
        void at(int row, int col);
    }

    private static void forEach(int rows, int cols, Entry entry) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                entry.at(r, c);
            }
        }
    }

    private static float at(DenseMatrix matrix, int row, int col) {
        return matrix.data()[matrix.offset(row) + col];
    }

    private static double[][] doubles(DenseMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        forEach(matrix.rows(), matrix.cols(), (r, c) -> rows[r][c] = at(matrix, r, c));
        return rows;
    }

    private static void assertClose(DenseMatrix matrix, double[][] expected) {
        forEach(matrix.rows(), matrix.cols(), (r, c) -> assertThat((double) at(matrix, r, c))
                .isCloseTo(expected[r][c], within(1e-4)));
    }

    @Test
    void rangesThatDoNotLieInTheMatricesAreRefused() {
        for (DenseAlgebra algebra : new DenseAlgebra[]{ java, nd4j }) {
            assertThatThrownBy(() -> algebra.multiplyAdd(matrix(3, 2), 2, 2, matrix(2, 2), matrix(4, 2), 0))
                    .hasMessageContaining("out += a b needs");
            assertThatThrownBy(
                    () -> algebra.transposedMultiplyAdd(matrix(3, 2), 0, matrix(3, 2), 1, 3, matrix(2, 2)))
                    .hasMessageContaining("out += a^T b needs");
            assertThatThrownBy(() -> algebra.multiplyTransposed(matrix(3, 2), 0, 3, matrix(2, 2), matrix(3, 2), 1))
                    .hasMessageContaining("out = a b^T needs");
        }
    }

    @Test
    void aResultOfManyStripsIsWhole() {
        DenseMatrix a = matrix(700, 8);
        DenseMatrix b = matrix(4001, 8);
        DenseMatrix one = DenseMatrix.zeros(700, 4001);
        DenseMatrix other = DenseMatrix.zeros(700, 4001);
        nd4j.multiplyTransposed(a, b, one);
        java.multiplyTransposed(a, b, other);
        for (int i = 0; i < one.data().length; i++) {
            assertThat(Math.abs(one.data()[i] - other.data()[i])).as("entry %s", i).isLessThan(1e-5f);
        }
    }

    @Test
    void emptyShapesGiveZerosOrNothing() {
        for (DenseAlgebra algebra : new DenseAlgebra[]{ java, nd4j }) {
            DenseMatrix out = new DenseMatrix(2, 3, new float[]{ 1, 1, 1, 1, 1, 1 });
            algebra.multiplyTransposed(DenseMatrix.zeros(2, 0), DenseMatrix.zeros(3, 0), out);
            assertThat(out.data()).as(algebra.name()).containsOnly(0f);
            algebra.multiplyTransposed(DenseMatrix.zeros(0, 4), DenseMatrix.zeros(3, 4), DenseMatrix.zeros(0, 3));
        }
    }

    @Test
    void shapesThatDoNotMeetAreRefusedWithAllThree() {
        for (DenseAlgebra algebra : new DenseAlgebra[]{ java, nd4j }) {
            assertThatThrownBy(() -> algebra.multiplyTransposed(DenseMatrix.zeros(2, 3), DenseMatrix.zeros(4, 5),
                    DenseMatrix.zeros(2, 4))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a: 2 x 3, b: 4 x 5, out: 2 x 4");
        }
    }

    @Test
    void nd4jLivesInALoaderOfItsOwnOnOneThread() throws ReflectiveOperationException {
        ClassLoader loader = nd4j.getClass().getClassLoader();
        assertThat(loader).isInstanceOf(NestedClassLoader.class);
        assertThat(loader.loadClass("org.nd4j.linalg.factory.Nd4j").getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass(DenseMatrix.class.getName())).isSameAs(DenseMatrix.class);
        Object threads = loader.loadClass("org.bytedeco.openblas.presets.openblas_nolapack")
                .getMethod("blas_get_num_threads").invoke(null);
        assertThat(threads).isEqualTo(1);
    }

    private void assertProduct(int m, int n, int d) {
        DenseMatrix a = matrix(m, d);
        DenseMatrix b = matrix(n, d);
        for (DenseAlgebra algebra : new DenseAlgebra[]{ java, nd4j }) {
            DenseMatrix out = DenseMatrix.zeros(m, n);
            Arrays.fill(out.data(), Float.NaN);
            algebra.multiplyTransposed(a, b, out);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double expected = NaiveKernels.dot(a.data(), i * d, b.data(), j * d, d);
                    assertThat((double) out.data()[i * n + j]).as("%s %s x %s x %s", algebra.name(), m, n, d)
                            .isCloseTo(expected, within(1e-4 * Math.max(0.1, Math.abs(expected))));
                }
            }
        }
    }

    private DenseMatrix matrix(int rows, int cols) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return matrix;
    }
}
