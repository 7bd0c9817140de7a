package org.gnnrec.model.layer;

import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.Weight;

/** Makes the weight layers of a model: with zeros where it learns, with what it learned where it serves. */
public final class Linears {
    private final RowProducts products;
    private final Weights weights;

    private Linears(RowProducts products, Weights weights) {
        this.products = products;
        this.weights = weights;
    }

    /** Gives the weight of a name in a shape. */
    private interface Weights {
        Weight weight(String name, int rows, int cols);
    }

    /** For a model that learns: all weights are zero. */
    public static Linears zeros(RowProducts products) {
        return new Linears(products, Weight::zeros);
    }

    /**
     * For a trained model: shares its stored weights. They have no gradient, so there is no backward.
     *
     * @throws java.util.NoSuchElementException from the makers here, where a weight is missing
     * @throws IllegalArgumentException from the makers here, where a weight has another shape
     */
    public static Linears stored(NamedArrays state, RowProducts products) {
        return new Linears(products,
                (name, rows, cols) -> new Weight(name, LayerState.weight(state, name, rows, cols), null));
    }

    /** Layers with the weights of these, multiplied in plain Java. */
    public Linears inPlainJava() {
        return new Linears(new RowProducts(DenseAlgebra.java(), parallel()), weights);
    }

    public Linear withBias(String name, int in, int out) {
        return new Linear(weights.weight(name, out, in), weights.weight(name + ".bias", 1, out), products);
    }

    public Linear withoutBias(String name, int in, int out) {
        return new Linear(weights.weight(name, out, in), null, products);
    }

    public Parallel parallel() {
        return products.parallel();
    }
}
