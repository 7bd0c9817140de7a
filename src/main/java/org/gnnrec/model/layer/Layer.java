package org.gnnrec.model.layer;

import org.gnnrec.linalg.DenseMatrix;

/** One hop of message passing with its weights. Keeps what its backward needs of its last forward in training. */
public interface Layer extends Part {
    /** Columns of the sources. */
    int inputDimension();

    /** Columns of the targets. */
    int outputDimension();

    /** Computes the rows of {@code target}, in the order of the block, from the rows of {@code source}. */
    void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass);

    /**
     * Adds the gradient by the sources of the last forward, which was in training, to {@code sourceGradient}. Adds the
     * gradient by the weights to theirs. {@code targetGradient} is changed.
     */
    void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient);

    /**
     * The attention of a target in the last forward to itself and then to each of its neighbors, in the order of the
     * block. It adds up to one. Null where the layer has no attention.
     */
    default float[] attention(int target) {
        return null;
    }
}
