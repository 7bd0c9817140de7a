package org.gnnrec.model;

import java.util.Arrays;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;

/** One row of the same width for each user and each item: parameters, a gradient or a propagated layer. */
public record Embeddings(DenseMatrix users, DenseMatrix items) {
    /** Rows of zeros: {@code 4 (users + items) d} bytes. */
    public static Embeddings zeros(int users, int items, int dimension) {
        return new Embeddings(DenseMatrix.zeros(users, dimension), DenseMatrix.zeros(items, dimension));
    }

    public int dimension() {
        return users.cols();
    }

    /** Takes the values of another of the same shape. */
    public void copyFrom(Embeddings other) {
        System.arraycopy(other.users.data(), 0, users.data(), 0, users.data().length);
        System.arraycopy(other.items.data(), 0, items.data(), 0, items.data().length);
    }

    /** Multiplies every value. */
    public void scale(float factor) {
        if (factor != 1) {
            Kernels.get().scale(factor, users.data(), 0, users.data().length);
            Kernels.get().scale(factor, items.data(), 0, items.data().length);
        }
    }

    /** Adds the values of another of the same shape. */
    public void add(Embeddings other) {
        Kernels.get().axpy(1, other.users.data(), 0, users.data(), 0, users.data().length);
        Kernels.get().axpy(1, other.items.data(), 0, items.data(), 0, items.data().length);
    }

    /** Sets every value to zero. */
    public void clear() {
        Arrays.fill(users.data(), 0);
        Arrays.fill(items.data(), 0);
    }
}
