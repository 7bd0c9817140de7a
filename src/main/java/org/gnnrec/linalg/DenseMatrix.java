package org.gnnrec.linalg;

import java.util.Arrays;
import java.util.List;

/**
 * A row-major matrix of floats: row r lies at {@code data[r * cols .. (r + 1) * cols)}. The array is shared.
 */
public record DenseMatrix(int rows, int cols, float[] data) {
    public DenseMatrix {
        if ((long) rows * cols != data.length) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + cols + " needs " + (long) rows * cols + " floats but got "
                            + data.length);
        }
    }

    /** A matrix of zeros. Fails where rows * cols passes the largest array of Java, 2^31 - 9 floats. */
    public static DenseMatrix zeros(int rows, int cols) {
        return new DenseMatrix(rows, cols, new float[size(rows, cols)]);
    }

    /** A new matrix of these rows, in this order. */
    public DenseMatrix gather(int[] wanted) {
        DenseMatrix gathered = zeros(wanted.length, cols);
        for (int row = 0; row < wanted.length; row++) {
            System.arraycopy(data, offset(wanted[row]), gathered.data, gathered.offset(row), cols);
        }
        return gathered;
    }

    /** These matrices of equally many rows side by side; one alone is shared, not copied. */
    public static DenseMatrix sideBySide(List<DenseMatrix> matrices) {
        List<DenseMatrix> wide = matrices.stream().filter(matrix -> matrix.cols > 0).toList();
        if (wide.size() == 1) {
            return wide.getFirst();
        }
        DenseMatrix all = zeros(matrices.getFirst().rows, wide.stream().mapToInt(DenseMatrix::cols).sum());
        int column = 0;
        for (DenseMatrix matrix : wide) {
            for (int row = 0; row < all.rows; row++) {
                System.arraycopy(matrix.data, matrix.offset(row), all.data, all.offset(row) + column, matrix.cols);
            }
            column += matrix.cols;
        }
        return all;
    }

    /** So many columns from this one on, in a new matrix; all columns are shared, not copied. */
    public DenseMatrix columns(int from, int count) {
        if (count == cols) {
            return this;
        }
        DenseMatrix some = zeros(rows, count);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(data, offset(row) + from, some.data, some.offset(row), count);
        }
        return some;
    }

    private static int size(int rows, int cols) {
        long size = (long) rows * cols;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(rows + " x " + cols + " floats do not fit one array (at most 2^31 - 9): "
                    + "lower embeddingDimension to " + (Integer.MAX_VALUE - 8) / Math.max(1, rows) + " or less");
        }
        return (int) size;
    }

    /** Adds the first rows of another matrix to the first rows of this one. */
    public void addRows(DenseMatrix other, int count, Parallel parallel) {
        parallel.forRange(count, (part, from, to) -> Kernels.get().axpy(1, other.data, other.offset(from), data,
                offset(from), (to - from) * cols));
    }

    /** A copy of row r. */
    public float[] row(int row) {
        return Arrays.copyOfRange(data, offset(row), offset(row) + cols);
    }

    /** Where row r begins in {@link #data}. */
    public int offset(int row) {
        return row * cols;
    }
}
