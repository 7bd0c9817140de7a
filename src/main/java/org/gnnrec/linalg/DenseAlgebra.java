package org.gnnrec.linalg;

/**
 * Products of row ranges of matrices, on ND4J if its native library loads, else in plain Java: see
 * {@link DenseAlgebraLoader}. The two agree within rounding. Thread-safe; each call runs on the calling thread alone.
 * Each method fails if the shapes do not fit.
 */
public interface DenseAlgebra {

    /** {@code out = a b^T}: a is m x d, b is n x d, out is m x n. O(m n d). */
    default void multiplyTransposed(DenseMatrix a, DenseMatrix b, DenseMatrix out) {
        Shapes.require(out.rows() == a.rows(), "out = a b^T needs a: m x d, b: n x d, out: m x n", a, b, out);
        multiplyTransposed(a, 0, a.rows(), b, out, 0);
    }

    /** {@code out[outRow..] = a[aRow..] b^T} for so many rows: a has d columns, b is n x d, out has n. O(rows n d). */
    void multiplyTransposed(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow);

    /** {@code out[outRow..] += a[aRow..] b} for so many rows: a has d columns, b is d x n, out has n. O(rows n d). */
    void multiplyAdd(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow);

    /** {@code out += a[aRow..]^T b[bRow..]} over so many rows: a has m columns, b has n, out is m x n. O(rows m n). */
    void transposedMultiplyAdd(DenseMatrix a, int aRow, DenseMatrix b, int bRow, int rows, DenseMatrix out);

    /** 'nd4j' or 'java'. */
    String name();

    /** The dense algebra of this JVM. {@link DenseAlgebraLoader} chooses it on first use, or fails. */
    static DenseAlgebra get() {
        return DenseAlgebraLoader.algebra();
    }

    /**
     * The dense algebra that is done first with so many multiplications of wide blocks, which a task makes together.
     * Plain Java keeps up with ND4J where the kernels use vectors. Elsewhere ND4J is three times as fast, but its first
     * use costs some seconds.
     */
    static DenseAlgebra forWork(double multiplications) {
        return DenseAlgebraLoader.forWork(multiplications);
    }

    /** The dense algebra in plain Java. Serving uses it because it needs no native library. */
    static DenseAlgebra java() {
        return DenseAlgebraLoader.java();
    }
}
