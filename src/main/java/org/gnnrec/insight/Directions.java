package org.gnnrec.insight;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/** Rows scaled to length one, so that inner products are cosines. */
public final class Directions {
    private Directions() {}

    /** False for a row of zeros, which has no direction. */
    public static boolean has(DenseMatrix matrix, int row) {
        int offset = matrix.offset(row);
        return Kernels.get().dot(matrix.data(), offset, matrix.data(), offset, matrix.cols()) > 0;
    }

    /** A new matrix of these rows, in this order, each of length one or zero. O(rows d). */
    public static DenseMatrix of(DenseMatrix matrix, int[] rows) {
        DenseMatrix directions = matrix.gather(rows);
        for (int row = 0; row < rows.length; row++) {
            normalize(directions, row);
        }
        return directions;
    }

    private static void normalize(DenseMatrix matrix, int row) {
        Kernels kernels = Kernels.get();
        int offset = matrix.offset(row);
        double squares = kernels.dot(matrix.data(), offset, matrix.data(), offset, matrix.cols());
        kernels.scale(squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0, matrix.data(), offset, matrix.cols());
    }
}
