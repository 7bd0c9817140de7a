package org.gnnrec.linalg;

/** {@link DenseAlgebra} over {@link Kernels}, in blocks of rows that bound the scratch of a kernel. */
final class JavaDenseAlgebra implements DenseAlgebra {
    private static final int ROWS = 256;

    @Override
    public void multiplyTransposed(DenseMatrix a, DenseMatrix b, DenseMatrix out) {
        DenseAlgebra.requireShapes(a, b, out);
        for (int row = 0; row < a.rows(); row += ROWS) {
            Kernels.get().multiplyTransposed(a.data(), a.offset(row), Math.min(ROWS, a.rows() - row), b.data(), 0,
                    b.rows(), a.cols(), out.data(), out.offset(row), out.cols());
        }
    }

    @Override
    public String name() {
        return "java";
    }
}
