package org.gnnrec.model.layer;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;

/** {@code max(0, x)} on rows. Its gradient is zero where its output is, also after a scaling by positive numbers. */
public final class Relu {
    private Relu() {}

    /** Applies it to the first rows, in place. */
    public static void forward(DenseMatrix x, int rows, Parallel parallel) {
        float[] data = x.data();
        parallel.forRange(rows * x.cols(), (part, from, to) -> {
            for (int n = from; n < to; n++) {
                data[n] = Math.max(0, data[n]);
            }
        });
    }

    /** Turns the gradient by y into the gradient by x, in place. */
    public static void backward(DenseMatrix y, DenseMatrix gradient, int rows, Parallel parallel) {
        float[] outputs = y.data();
        float[] data = gradient.data();
        parallel.forRange(rows * y.cols(), (part, from, to) -> {
            for (int n = from; n < to; n++) {
                // All bits where the output is above zero, none where it is zero. A branch would guess random signs.
                int keep = -Float.floatToRawIntBits(outputs[n]) >> 31;
                data[n] = Float.intBitsToFloat(Float.floatToRawIntBits(data[n]) & keep);
            }
        });
    }
}
