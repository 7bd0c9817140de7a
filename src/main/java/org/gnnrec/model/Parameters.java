package org.gnnrec.model;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;

/**
 * Everything that a model learns by steps.
 *
 * @param base a row for each node
 * @param weights the dense weights, in the order of {@link Encoder#weights}; none where the model has base rows alone
 */
public record Parameters(Embeddings base, List<DenseMatrix> weights) {
    /** Zeros in the shapes of these. */
    public static Parameters like(Embeddings base, List<Weight> weights) {
        return new Parameters(Embeddings.zeros(base.users().rows(), base.items().rows(), base.dimension()),
                weights.stream().map(weight -> DenseMatrix.zeros(weight.values().rows(), weight.values().cols()))
                        .toList());
    }

    /** Takes the values of others of the same shapes. */
    public void copyFrom(Embeddings otherBase, List<Weight> others) {
        base.copyFrom(otherBase);
        for (int n = 0; n < weights.size(); n++) {
            copy(others.get(n).values(), weights.get(n));
        }
    }

    /** Sets dense weights of the same shapes. */
    public void copyTo(List<Weight> others) {
        for (int n = 0; n < weights.size(); n++) {
            copy(weights.get(n), others.get(n).values());
        }
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.data(), 0, to.data(), 0, to.data().length);
    }
}
