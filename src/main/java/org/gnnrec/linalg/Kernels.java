package org.gnnrec.linalg;

/**
 * Float kernels on plain row-major arrays, named as in BLAS. {@link ScalarKernels} always works; {@code PanamaKernels}
 * needs {@code --add-modules=jdk.incubator.vector}. Their sums have another order, so the two agree within rounding.
 * Each gives the same bits for the same input. Thread-safe. An offset counts floats. The rows of a matrix follow one
 * another without gaps.
 */
public interface Kernels {

    /** Sum of {@code a[i] * b[i]} over n entries. */
    float dot(float[] a, int aOffset, float[] b, int bOffset, int n);

    /** {@code y += alpha * x} over n entries. */
    void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n);

    /** {@code x *= alpha} over n entries. */
    void scale(float alpha, float[] x, int xOffset, int n);

    /** The largest of n entries; negative infinity where n is 0. */
    float max(float[] x, int xOffset, int n);

    /** {@code x[i] = exp(x[i] - shift)} over n entries; returns their sum. Relative error of an exp below 1e-6. */
    float expSum(float[] x, int xOffset, int n, float shift);

    /**
     * One row of a sparse product: {@code y += sum over e in [from, to) of weights[e] * x[columns[e]]}, where x has
     * rows of d floats and y is one such row.
     */
    void gather(int[] columns, float[] weights, int from, int to, float[] x, int d, float[] y, int yOffset);

    /** {@code c[i][j] = a[i] . b[j]}: A is m x d, B is n x d, the rows of C are {@code cStride} apart. */
    void multiplyTransposed(float[] a, int aOffset, int m, float[] b, int bOffset, int n, int d, float[] c, int cOffset,
            int cStride);

    /** {@code C += P B}: P is m x n with rows {@code pStride} apart, B is n x d, C is m x d. */
    void multiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] b, int bOffset, int d, float[] c,
            int cOffset);

    /** {@code C += P^T A}: P is m x n with rows {@code pStride} apart, A is m x d, C is n x d. */
    void transposedMultiplyAdd(float[] p, int pOffset, int pStride, int m, int n, float[] a, int aOffset, int d,
            float[] c, int cOffset);

    /**
     * One step of AdamStep (Kingma and Ba, ICLR 2015, algorithm 1, the efficient form of section 2) over [from, to):
     * {@code m = beta1 m + (1-beta1) g; v = beta2 v + (1-beta2) g^2; x -= stepSize * m / (sqrt(v) + epsilon)}.
     */
    void adam(float[] x, float[] g, float[] m, float[] v, int from, int to, float stepSize, float beta1, float beta2,
            float epsilon);

    /** The best side of the square tiles that a chain of products is cut into. */
    int tileSide();

    /** 'scalar' or 'vector'. */
    String name();

    /** The kernels of this JVM. {@link KernelsLoader} chooses them once, or fails. */
    static Kernels get() {
        return KernelsLoader.kernels();
    }
}
