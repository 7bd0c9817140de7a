package org.gnnrec.model.layer;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.Weight;

/** A weight layer on rows, {@code y = x W^T + b}: W is out x in, b may be left out. */
public final class Linear implements Part {
    private static final double BESIDE_IDENTITY = 0.1;

    private final Weight weight;
    private final Weight bias;
    private final RowProducts products;

    /** @param bias b, or null */
    Linear(Weight weight, Weight bias, RowProducts products) {
        this.weight = weight;
        this.bias = bias;
        this.products = products;
    }

    /**
     * Draws W uniformly in +-sqrt(6 / (in + out)) (Glorot and Bengio, AISTATS 2010, equation 16). A square W is the
     * identity plus a tenth of that, so a model begins by passing on what nodes have. The bias is zero.
     */
    @Override
    public void initialize(SplittableRandom random) {
        boolean square = in() == out();
        double bound = Math.sqrt(6.0 / (in() + out())) * (square ? BESIDE_IDENTITY : 1);
        float[] values = weight.values().data();
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        for (int n = 0; square && n < in(); n++) {
            values[n * in() + n] += 1;
        }
    }

    public int in() {
        return weight.values().cols();
    }

    public int out() {
        return weight.values().rows();
    }

    /** Computes the first rows of y from the first rows of x. O(rows * in * out). */
    public void forward(DenseMatrix x, int rows, DenseMatrix y) {
        products.forward(x, rows, weight.values(), y);
        if (bias != null) {
            addBias(rows, y);
        }
    }

    private void addBias(int rows, DenseMatrix y) {
        for (int row = 0; row < rows; row++) {
            Kernels.get().axpy(1, bias.values().data(), 0, y.data(), y.offset(row), y.cols());
        }
    }

    /** Adds the gradient by x to {@code dx} and the gradient by the weights to theirs. O(rows * in * out). */
    public void backward(DenseMatrix dy, DenseMatrix x, int rows, DenseMatrix dx) {
        products.backward(dy, rows, weight.values(), dx);
        products.backwardWeight(dy, x, rows, weight.gradient());
        if (bias != null) {
            addBiasGradient(dy, rows);
        }
    }

    private void addBiasGradient(DenseMatrix dy, int rows) {
        for (int row = 0; row < rows; row++) {
            Kernels.get().axpy(1, dy.data(), dy.offset(row), bias.gradient().data(), 0, dy.cols());
        }
    }

    @Override
    public List<Weight> weights() {
        return Stream.of(weight, bias).filter(Objects::nonNull).toList();
    }
}
