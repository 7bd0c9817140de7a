package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of this JVM against textbook loops in double. Runs once for each kernel: see pom.xml. */
class KernelsTest {
    private static final int PAD = 3;

    private final Kernels kernels = Kernels.get();
    private final SplittableRandom random = new SplittableRandom(7);

    static IntStream sizes() {
        return IntStream.concat(IntStream.rangeClosed(1, 17), IntStream.of(31, 32, 33, 64, 65, 127, 200, 1021));
    }

    /** m, n and d with whole blocks, rests and single rows. */
    static IntStream products() {
        return IntStream.range(0, 60);
    }

    @Test
    void theKernelsOfThisRunAreTheOnesAskedFor() {
        String wanted = System.getProperty("gnnrec.kernels");
        assertThat(wanted).isIn("scalar", "vector");
        assertThat(kernels.name()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void dotSumsProducts(int n) {
        float[] a = floats(n + PAD);
        float[] b = floats(n + PAD);
        assertThat((double) kernels.dot(a, 1, b, 2, n))
                .isCloseTo(NaiveKernels.dot(a, 1, b, 2, n), within(1e-6 * (n + 4)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void axpyAndScaleChangeTheirRangeAlone(int n) {
        float[] x = floats(n + PAD);
        float[] y = floats(n + PAD);
        float[] expected = y.clone();
        for (int i = 0; i < n; i++) {
            expected[2 + i] = (expected[2 + i] + 0.3f * x[1 + i]) * -1.7f;
        }
        kernels.axpy(0.3f, x, 1, y, 2, n);
        kernels.scale(-1.7f, y, 2, n);
        assertThat(y).containsExactly(expected, within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void maxFindsTheLargestWhereverItStands(int n) {
        float[] x = floats(n + PAD);
        x[0] = 9;
        x[n + 1] = 9;
        int place = 1 + random.nextInt(n);
        x[place] = 2;
        assertThat(kernels.max(x, 1, n)).isEqualTo(2);
    }

    @Test
    void maxOfNothingIsNegativeInfinity() {
        assertThat(kernels.max(new float[0], 0, 0)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void expSumWritesTheExpsAndReturnsTheirSum(int n) {
        float[] x = floats(n + PAD);
        float[] before = x.clone();
        double sum = 0;
        float returned = kernels.expSum(x, 1, n, 0.25f);
        for (int i = 1; i <= n; i++) {
            double exp = Math.exp(before[i] - 0.25f);
            assertThat((double) x[i]).isCloseTo(exp, within(1e-6 * exp));
            sum += exp;
        }
        assertThat((double) returned).isCloseTo(sum, within(1e-6 * sum));
        assertThat(new float[]{ x[0], x[n + 1], x[n + 2] })
                .containsExactly(before[0], before[n + 1], before[n + 2]);
    }

    @Test
    void expIsRightToAMillionthOverTheWholeRange() {
        int n = 1 << 17;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = -87.32f + i * (176f / n);
        }
        float[] before = x.clone();
        kernels.expSum(x, 0, n, 0);
        for (int i = 0; i < n; i++) {
            double exp = Math.exp(before[i]);
            assertThat(Math.abs(x[i] - exp)).as("exp(%s)", before[i]).isLessThan(1e-6 * exp);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = { -89, 88 })
    void expAtABoundIsRightOrSaturated(float from) {
        int n = 1 << 15;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = from + 2f * i / n;
        }
        float[] before = x.clone();
        kernels.expSum(x, 0, n, 0);
        for (int i = 0; i < n; i++) {
            double exp = Math.exp(before[i]);
            boolean saturated = (before[i] < Exp.LOWEST && x[i] == 0)
                    || (before[i] > Exp.HIGHEST && x[i] == Float.POSITIVE_INFINITY);
            assertThat(saturated || (x[i] >= Float.MIN_NORMAL && Math.abs(x[i] - exp) < 1e-6 * exp))
                    .as("exp(%s) = %s", before[i], x[i]).isTrue();
        }
    }

    @Test
    void expSaturatesToZeroAndToInfinityAndKeepsNaN() {
        float[] x = { Float.NEGATIVE_INFINITY, -1e30f, -1000f, -88f, 0f, 89f, Float.POSITIVE_INFINITY, Float.NaN };
        kernels.expSum(x, 0, x.length, 0);
        float infinity = Float.POSITIVE_INFINITY;
        assertThat(x).containsExactly(0f, 0f, 0f, 0f, 1f, infinity, infinity, Float.NaN);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void gatherAddsWeightedRows(int d) {
        for (int edges : new int[]{ 0, 1, 3, 4, 7, 30, 200 }) {
            int[] columns = random.ints(edges + 2, 0, 20).toArray();
            float[] weights = floats(edges + 2);
            float[] x = floats(20 * d);
            float[] y = floats(d + PAD);
            float[] before = y.clone();
            double[] expected = NaiveKernels.gather(columns, weights, 1, 1 + edges, x, d, y, 2);
            kernels.gather(columns, weights, 1, 1 + edges, x, d, y, 2);
            assertThat(y[1]).isEqualTo(before[1]);
            assertThat(y[d + 2]).isEqualTo(before[d + 2]);
            assertClose(y, 2, expected, edges);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void multiplyTransposedWritesItsRowsAlone(int draw) {
        Shape shape = shape(draw);
        int m = shape.m;
        int n = shape.n;
        int d = shape.d;
        float[] a = floats(m * d + PAD);
        float[] b = floats(n * d + PAD);
        int stride = n + 2;
        float[] c = new float[m * stride + PAD];
        Arrays.fill(c, 5f);
        kernels.multiplyTransposed(a, 1, m, b, 2, n, d, c, 1, stride);
        assertThat(c[0]).isEqualTo(5f);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double expected = NaiveKernels.dot(a, 1 + i * d, b, 2 + j * d, d);
                assertThat((double) c[1 + i * stride + j]).isCloseTo(expected, within(1e-6 * (d + 4)));
            }
            assertThat(c[1 + i * stride + n]).isEqualTo(5f);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void multiplyAddAddsTheProduct(int draw) {
        Shape shape = shape(draw);
        int stride = shape.n + 2;
        float[] p = floats(shape.m * stride + PAD);
        float[] b = floats(shape.n * shape.d + PAD);
        float[] c = floats(shape.m * shape.d + PAD);
        double[] expected = NaiveKernels.product(p, 1, stride, 1, shape.n, b, 2, shape.d, c, 1, shape.m);
        float last = c[shape.m * shape.d + 1];
        kernels.multiplyAdd(p, 1, stride, shape.m, shape.n, b, 2, shape.d, c, 1);
        assertClose(c, 1, expected, shape.n);
        assertThat(c[shape.m * shape.d + 1]).isEqualTo(last);
    }

    @ParameterizedTest
    @MethodSource("products")
    void transposedMultiplyAddAddsTheProduct(int draw) {
        Shape shape = shape(draw);
        int stride = shape.n + 2;
        float[] p = floats(shape.m * stride + PAD);
        float[] a = floats(shape.m * shape.d + PAD);
        float[] c = floats(shape.n * shape.d + PAD);
        double[] expected = NaiveKernels.product(p, 1, 1, stride, shape.m, a, 2, shape.d, c, 1, shape.n);
        float last = c[shape.n * shape.d + 1];
        kernels.transposedMultiplyAdd(p, 1, stride, shape.m, shape.n, a, 2, shape.d, c, 1);
        assertClose(c, 1, expected, shape.m);
        assertThat(c[shape.n * shape.d + 1]).isEqualTo(last);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void adamTakesTheStepOfThePaper(int n) {
        float[] x = floats(n + PAD);
        float[] g = floats(n + PAD);
        float[] m = floats(n + PAD);
        float[] v = floats(n + PAD);
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.abs(v[i]);
        }
        float[] before = x.clone();
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            double first = 0.9 * m[i + 1] + 0.1 * g[i + 1];
            double second = 0.999 * v[i + 1] + 0.001 * g[i + 1] * g[i + 1];
            expected[i] = x[i + 1] - 0.01 * first / (Math.sqrt(second) + 1e-8);
        }
        kernels.adam(x, g, m, v, 1, n + 1, 0.01f, 0.9f, 0.999f, 1e-8f);
        assertClose(x, 1, expected, 1);
        assertThat(x[0]).isEqualTo(before[0]);
        assertThat(x[n + 1]).isEqualTo(before[n + 1]);
    }

    private record Shape(int m, int n, int d) {}

    private Shape shape(int draw) {
        SplittableRandom sizes = new SplittableRandom(draw);
        int[] edges = { 1, 2, 3, 4, 5, 8, 15, 16, 17, 33, 64, 65, 70, 130, 200, 300 };
        return new Shape(edges[sizes.nextInt(edges.length)], edges[sizes.nextInt(edges.length)],
                edges[sizes.nextInt(edges.length)]);
    }

    private float[] floats(int n) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return floats;
    }

    private static void assertClose(float[] actual, int offset, double[] expected, int terms) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[offset + i]).as("entry %s", i)
                    .isCloseTo(expected[i], within(1e-6 * (terms + 4)));
        }
    }
}
