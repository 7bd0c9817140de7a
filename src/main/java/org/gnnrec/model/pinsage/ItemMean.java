package org.gnnrec.model.pinsage;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/** A user in PinSage: the mean of their items, weighted by relationships and scaled to length one. */
final class ItemMean {
    private ItemMean() {}

    /**
     * Sets the row at {@code offset} of {@code out}; zeros where there is no item. O(items of the row * d).
     *
     * @param items a row for each item; the d floats from {@code column} on are used
     */
    static void set(CsrGraph rows, int row, DenseMatrix items, int column, int d, float[] out, int offset) {
        Kernels kernels = Kernels.get();
        Arrays.fill(out, offset, offset + d, 0);
        for (int e = rows.offsets()[row]; e < rows.offsets()[row + 1]; e++) {
            kernels.axpy(rows.weight(e), items.data(), items.offset(rows.neighbors()[e]) + column, out, offset, d);
        }
        double squares = kernels.dot(out, offset, out, offset, d);
        kernels.scale(squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0, out, offset, d);
    }
}
