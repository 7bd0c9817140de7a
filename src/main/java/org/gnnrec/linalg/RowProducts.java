package org.gnnrec.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The products of a weight layer, {@code y = x w^T} and its gradients, on the threads of {@link Parallel}. Only the
 * number of rows decides how they are cut into strips, so the bits do not depend on the number of threads.
 */
public final class RowProducts {
    /** The most strips: enough for the threads of a large machine. */
    private static final int STRIPS = 16;
    /** The least rows of a strip. A call has a fixed price, 35 us with ND4J, and this many rows take as long. */
    private static final int LEAST = 512;
    private static final int MOST = 4096;

    private final DenseAlgebra algebra;
    private final Parallel parallel;
    private final List<DenseMatrix> sums = new ArrayList<>();

    public RowProducts(DenseAlgebra algebra, Parallel parallel) {
        this.algebra = algebra;
        this.parallel = parallel;
    }

    public Parallel parallel() {
        return parallel;
    }

    /** {@code y = x w^T} on the first rows; w is out x in. O(rows in out). */
    public void forward(DenseMatrix x, int rows, DenseMatrix w, DenseMatrix y) {
        forStrips(rows, (strip, row, count) -> algebra.multiplyTransposed(x, row, count, w, y, row));
    }

    /** {@code dx += dy w}, the gradient by x. O(rows in out). */
    public void backward(DenseMatrix dy, int rows, DenseMatrix w, DenseMatrix dx) {
        forStrips(rows, (strip, row, count) -> algebra.multiplyAdd(dy, row, count, w, dx, row));
    }

    /** {@code dw += dy^T x}, the gradient by w. O(rows in out). */
    public void backwardWeight(DenseMatrix dy, DenseMatrix x, int rows, DenseMatrix dw) {
        int strips = Math.ceilDiv(rows, strip(rows));
        makeRoom(strips, dw);
        forStrips(rows, (strip, row, count) -> {
            Arrays.fill(sums.get(strip).data(), 0);
            algebra.transposedMultiplyAdd(dy, row, x, row, count, sums.get(strip));
        });
        for (int strip = 0; strip < strips; strip++) {
            Kernels.get().axpy(1, sums.get(strip).data(), 0, dw.data(), 0, dw.data().length);
        }
    }

    private void makeRoom(int strips, DenseMatrix dw) {
        if (!sums.isEmpty() && (sums.getFirst().rows() != dw.rows() || sums.getFirst().cols() != dw.cols())) {
            sums.clear();
        }
        while (sums.size() < strips) {
            sums.add(DenseMatrix.zeros(dw.rows(), dw.cols()));
        }
    }

    private interface Strip {
        void run(int strip, int row, int count);
    }

    private void forStrips(int rows, Strip work) {
        int length = strip(rows);
        parallel.forRange(Math.ceilDiv(rows, length), (part, from, to) -> {
            for (int strip = from; strip < to; strip++) {
                work.run(strip, strip * length, Math.min(length, rows - strip * length));
            }
        });
    }

    private static int strip(int rows) {
        return Math.clamp(Math.ceilDiv(rows, STRIPS), LEAST, MOST);
    }
}
