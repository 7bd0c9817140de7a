package org.gnnrec.linalg;

/**
 * Scales rows to length one, so that inner products are cosines, and turns their gradient back:
 * {@code g_x = (g - y (y . g)) / |x|} with {@code y = x / |x|}. A row of zeros has no direction: it stays zero and gets
 * no gradient.
 */
public final class UnitRows {
    private float[] inverseNorms;
    private final Parallel parallel;
    private final Kernels kernels = Kernels.get();

    /** Makes room for so many rows, 4 bytes each. It grows if more come. */
    public UnitRows(int capacity, Parallel parallel) {
        this.inverseNorms = new float[capacity];
        this.parallel = parallel;
    }

    /** Scales the first rows in place. O(count * d). */
    public void normalize(DenseMatrix rows, int count) {
        int d = rows.cols();
        if (inverseNorms.length < count) {
            inverseNorms = new float[rows.rows()];
        }
        parallel.forRange(count, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                int offset = rows.offset(row);
                double squares = kernels.dot(rows.data(), offset, rows.data(), offset, d);
                inverseNorms[row] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
                kernels.scale(inverseNorms[row], rows.data(), offset, d);
            }
        });
    }

    /** Turns the gradient by the unit rows into the gradient by the original rows, in place. O(count * d). */
    public void backward(DenseMatrix unitRows, DenseMatrix gradient, int count) {
        int d = unitRows.cols();
        parallel.forRange(count, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                int offset = unitRows.offset(row);
                float along = kernels.dot(unitRows.data(), offset, gradient.data(), offset, d);
                kernels.axpy(-along, unitRows.data(), offset, gradient.data(), offset, d);
                kernels.scale(inverseNorms[row], gradient.data(), offset, d);
            }
        });
    }
}
