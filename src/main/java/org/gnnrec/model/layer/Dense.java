package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;

/** A dense layer, {@code ReLU(W x + b)} on rows, that keeps its output for the backward. For one thread. */
public final class Dense implements Part {
    private final Linear linear;
    private final Parallel parallel;
    private final RowBuffer outputs;
    private final RowBuffer gradients;
    private DenseMatrix output;
    private DenseMatrix gradient;

    /** @param linear W and b */
    public Dense(Linear linear, Parallel parallel) {
        this.linear = linear;
        this.parallel = parallel;
        this.outputs = new RowBuffer(linear.out());
        this.gradients = new RowBuffer(linear.out());
    }

    public int in() {
        return linear.in();
    }

    public int out() {
        return linear.out();
    }

    /** The output for the first rows of x, valid until the next call. O(rows * in * out). */
    public DenseMatrix forward(DenseMatrix x, int rows) {
        output = outputs.rows(rows);
        linear.forward(x, rows, output);
        Relu.forward(output, rows, parallel);
        return output;
    }

    /** Zeros for as many rows. The caller adds the gradient by the last output of {@link #forward}. */
    public DenseMatrix gradient(int rows) {
        gradient = gradients.zeros(rows);
        return gradient;
    }

    /**
     * Adds the gradient by x to {@code dx} and the gradient by the weights to theirs. Both follow from {@link
     * #gradient}.
     */
    public void backward(DenseMatrix x, int rows, DenseMatrix dx) {
        Relu.backward(output, gradient, rows, parallel);
        linear.backward(gradient, x, rows, dx);
    }

    @Override
    public List<Part> parts() {
        return List.of(linear);
    }
}
