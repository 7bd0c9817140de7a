package org.gnnrec.model.layer;

import java.util.Arrays;
import org.gnnrec.linalg.DenseMatrix;

/** Rows that are used again in each step. Grows to the most rows that were asked for. */
public final class RowBuffer {
    private static final double ROOM = 1.25;

    private final int cols;
    private DenseMatrix rows;

    public RowBuffer(int cols) {
        this.cols = cols;
        this.rows = DenseMatrix.zeros(0, cols);
    }

    /** At least so many rows, of any values. All earlier rows of this buffer are gone. */
    public DenseMatrix rows(int count) {
        if (rows.rows() < count) {
            rows = DenseMatrix.zeros((int) Math.ceil(ROOM * count), cols);
        }
        return rows;
    }

    /** At least so many rows. The first so many are zeros. */
    public DenseMatrix zeros(int count) {
        DenseMatrix zeros = rows(count);
        Arrays.fill(zeros.data(), 0, count * cols, 0);
        return zeros;
    }
}
