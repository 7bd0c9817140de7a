package org.gnnrec.linalg;

/**
 * Products of whole matrices: ND4J where its native library loads, else plain Java, see {@link DenseAlgebraLoader}. The
 * two agree within rounding. Thread-safe; each call runs on the calling thread alone.
 */
public interface DenseAlgebra {

    /** {@code out = a b^T}: a is m x d, b is n x d, out is m x n. O(m n d). Fails where the shapes do not meet. */
    void multiplyTransposed(DenseMatrix a, DenseMatrix b, DenseMatrix out);

    /** 'nd4j' or 'java'. */
    String name();

    /** The dense algebra of this JVM, chosen on first use: see {@link DenseAlgebraLoader}, also for the failures. */
    static DenseAlgebra get() {
        return DenseAlgebraLoader.algebra();
    }

    /** Fails unless {@code out = a b^T} has meaning. */
    static void requireShapes(DenseMatrix a, DenseMatrix b, DenseMatrix out) {
        if (a.cols() != b.cols() || out.rows() != a.rows() || out.cols() != b.rows()) {
            throw new IllegalArgumentException("out = a b^T needs a: m x d, b: n x d, out: m x n but got a: " + shape(a)
                    + ", b: " + shape(b) + ", out: " + shape(out));
        }
    }

    private static String shape(DenseMatrix matrix) {
        return matrix.rows() + " x " + matrix.cols();
    }
}
