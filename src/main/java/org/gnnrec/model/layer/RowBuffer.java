package org.gnnrec.model.layer;

import java.util.Arrays;
import org.gnnrec.linalg.DenseMatrix;

/** Rows for one step after the other; grows to the most that were asked for. */
public final class RowBuffer {
    private static final double ROOM = 1.25;

    private final int cols;
    private DenseMatrix rows;

    public RowBuffer(int cols) {
        this.cols = cols;
        this.rows = DenseMatrix.zeros(0, cols);
    }

    /** At least so many rows, of any values; all earlier ones of this buffer are gone. */
    public DenseMatrix rows(int count) {
        if (rows.rows() < count) {
            rows = DenseMatrix.zeros((int) Math.ceil(ROOM * count), cols);
        }
        return rows;
    }

    /** At least so many rows, so many of them zeros. */
    public DenseMatrix zeros(int count) {
        DenseMatrix zeros = rows(count);
        Arrays.fill(zeros.data(), 0, count * cols, 0);
        return zeros;
    }
}
