package org.gnnrec.training;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.encoder.Embeddings;
import org.gnnrec.model.encoder.Weight;

/**
 * Everything that is learned.
 *
 * @param base a row for each node
 * @param weights the dense weights, in the order of {@link org.gnnrec.model.encoder.Encoder#weights}; none in LightGCN
 */
public record Parameters(Embeddings base, List<DenseMatrix> weights) {
    /** Base rows alone. */
    public static Parameters of(Embeddings base) {
        return new Parameters(base, List.of());
    }

    /** Zeros in the shape of what a fit learns. */
    static Parameters like(Fit fit) {
        Embeddings base = fit.base();
        return new Parameters(Embeddings.zeros(base.users().rows(), base.items().rows(), base.dimension()),
                fit.weights().stream().map(weight -> DenseMatrix.zeros(weight.values().rows(), weight.values().cols()))
                        .toList());
    }

    /** Takes what the fit has learned so far. */
    void copyFrom(Fit fit) {
        base.copyFrom(fit.base());
        for (int n = 0; n < weights.size(); n++) {
            copy(fit.weights().get(n).values(), weights.get(n));
        }
    }

    /** Sets dense weights of the same shapes. */
    void copyTo(List<Weight> others) {
        for (int n = 0; n < weights.size(); n++) {
            copy(weights.get(n), others.get(n).values());
        }
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.data(), 0, to.data(), 0, to.data().length);
    }
}
