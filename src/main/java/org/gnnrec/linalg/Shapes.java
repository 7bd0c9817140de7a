package org.gnnrec.linalg;

/** Checks the shapes of the operands of {@link DenseAlgebra}. */
public final class Shapes {
    private Shapes() {}

    /** Checks {@code out = a b^T} on so many rows. */
    public static void requireTransposed(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out,
            int outRow) {
        require(a.cols() == b.cols() && out.cols() == b.rows() && has(a, aRow, rows) && has(out, outRow, rows),
                "out = a b^T needs a: m x d, b: n x d, out: m x n", a, b, out);
    }

    /** Checks {@code out += a b} on so many rows. */
    public static void requireProduct(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow) {
        require(a.cols() == b.rows() && out.cols() == b.cols() && has(a, aRow, rows) && has(out, outRow, rows),
                "out += a b needs a: m x d, b: d x n, out: m x n", a, b, out);
    }

    /** Checks {@code out += a^T b} over so many rows. */
    public static void requireInner(DenseMatrix a, int aRow, DenseMatrix b, int bRow, int rows, DenseMatrix out) {
        require(out.rows() == a.cols() && out.cols() == b.cols() && has(a, aRow, rows) && has(b, bRow, rows),
                "out += a^T b needs a: r x m, b: r x n, out: m x n", a, b, out);
    }

    private static boolean has(DenseMatrix matrix, int row, int rows) {
        return row >= 0 && rows >= 0 && row + rows <= matrix.rows();
    }

    static void require(boolean meets, String rule, DenseMatrix a, DenseMatrix b, DenseMatrix out) {
        if (!meets) {
            throw new IllegalArgumentException(
                    rule + " but got a: " + shape(a) + ", b: " + shape(b) + ", out: " + shape(out));
        }
    }

    private static String shape(DenseMatrix matrix) {
        return matrix.rows() + " x " + matrix.cols();
    }
}
