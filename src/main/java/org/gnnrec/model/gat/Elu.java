package org.gnnrec.model.gat;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/** {@code x where x > 0, else e^x - 1} (Clevert, Unterthiner and Hochreiter, ICLR 2016, equation 15, alpha 1). */
final class Elu {
    private Elu() {}

    /** Of the first rows, in place. */
    static void forward(DenseMatrix x, int rows, Parallel parallel) {
        parallel.forRange(rows, (part, from, to) -> {
            float[] exponentials = new float[x.cols()];
            for (int row = from; row < to; row++) {
                forward(x.data(), x.offset(row), exponentials);
            }
        });
    }

    /** {@code max(x, 0) + (exp(min(x, 0)) - 1)}. */
    private static void forward(float[] x, int offset, float[] exponentials) {
        for (int c = 0; c < exponentials.length; c++) {
            exponentials[c] = Math.min(x[offset + c], 0);
        }
        Kernels.get().expSum(exponentials, 0, exponentials.length, 0);
        for (int c = 0; c < exponentials.length; c++) {
            x[offset + c] = Math.max(x[offset + c], 0) + (exponentials[c] - 1);
        }
    }

    /** Turns the gradient by y into the gradient by x, in place: the slope is 1 above zero and y + 1 below. */
    static void backward(DenseMatrix y, DenseMatrix gradient, int rows, Parallel parallel) {
        parallel.forRange(rows * y.cols(), (part, from, to) -> {
            for (int n = from; n < to; n++) {
                gradient.data()[n] *= Math.min(y.data()[n], 0) + 1;
            }
        });
    }
}
