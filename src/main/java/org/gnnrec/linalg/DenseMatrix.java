package org.gnnrec.linalg;

import java.util.Arrays;

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
