package org.gnnrec.model;

import org.gnnrec.linalg.DenseMatrix;

/**
 * A dense weight of a layer, or as one row a bias, with the gradient that {@link Encoder#backward} adds to.
 *
 * @param name of this weight among those of its model
 */
public record Weight(String name, DenseMatrix values, DenseMatrix gradient) {
    /** Zeros. */
    public static Weight zeros(String name, int rows, int cols) {
        return new Weight(name, DenseMatrix.zeros(rows, cols), DenseMatrix.zeros(rows, cols));
    }

    /** The number of parameters. */
    public int size() {
        return values.data().length;
    }
}
