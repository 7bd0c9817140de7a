package org.gnnrec.model.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Weight;

/** A dense layer, {@code ReLU(W x + b)} on rows, that holds what it gave until the gradient has come. One thread's. */
public final class Dense {
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

    /** Of the first rows of x, valid until the next call. O(rows * in * out). */
    public DenseMatrix forward(DenseMatrix x, int rows) {
        output = outputs.rows(rows);
        linear.forward(x, rows, output);
        Relu.forward(output, rows, parallel);
        return output;
    }

    /** Zeros for as many rows, to which the gradient by what {@link #forward} gave last is to be added. */
    public DenseMatrix gradient(int rows) {
        gradient = gradients.zeros(rows);
        return gradient;
    }

    /** Adds to {@code dx} the gradient by x that follows from {@link #gradient}, and that by the weights to theirs. */
    public void backward(DenseMatrix x, int rows, DenseMatrix dx) {
        Relu.backward(output, gradient, rows, parallel);
        linear.backward(gradient, x, rows, dx);
    }

    public void initialize(SplittableRandom random) {
        linear.initialize(random);
    }

    public List<Weight> weights() {
        return linear.weights();
    }
}
