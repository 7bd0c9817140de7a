package org.gnnrec.linalg;

/** {@link DenseAlgebra} over {@link Kernels}, in blocks of rows that bound the scratch of a kernel. */
final class JavaDenseAlgebra implements DenseAlgebra {
    private static final int ROWS = 256;

    @Override
    public void multiplyTransposed(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow) {
        Shapes.requireTransposed(a, aRow, rows, b, out, outRow);
        for (int row = 0; row < rows; row += ROWS) {
            Kernels.get().multiplyTransposed(a.data(), a.offset(aRow + row), Math.min(ROWS, rows - row), b.data(), 0,
                    b.rows(), a.cols(), out.data(), out.offset(outRow + row), out.cols());
        }
    }

    @Override
    public void multiplyAdd(DenseMatrix a, int aRow, int rows, DenseMatrix b, DenseMatrix out, int outRow) {
        Shapes.requireProduct(a, aRow, rows, b, out, outRow);
        Kernels.get().multiplyAdd(a.data(), a.offset(aRow), a.cols(), rows, a.cols(), b.data(), 0, b.cols(),
                out.data(), out.offset(outRow));
    }

    @Override
    public void transposedMultiplyAdd(DenseMatrix a, int aRow, DenseMatrix b, int bRow, int rows, DenseMatrix out) {
        Shapes.requireInner(a, aRow, b, bRow, rows, out);
        Kernels.get().transposedMultiplyAdd(a.data(), a.offset(aRow), a.cols(), rows, a.cols(), b.data(),
                b.offset(bRow), b.cols(), out.data(), 0);
    }

    @Override
    public String name() {
        return "java";
    }
}
