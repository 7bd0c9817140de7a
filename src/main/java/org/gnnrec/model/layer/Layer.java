package org.gnnrec.model.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Weight;

/** One hop of message passing with its weights. Keeps what its backward needs of its last forward in training. */
public interface Layer {
    /** Columns of the sources. */
    int inputDimension();

    /** Columns of the targets. */
    int outputDimension();

    /** Rows of {@code target}, in the order of the block, from those of {@code source}. */
    void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass);

    /**
     * Adds the gradient by the sources of the last forward, which was in training, to {@code sourceGradient} and that by the weights to theirs;
     * {@code targetGradient} is changed.
     */
    void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient);

    /**
     * How much a target attended in the last forward to itself and then to each of its neighbors, in the order of the block:
     * together one. Null where the layer has no attention.
     */
    default float[] attention(int target) {
        return null;
    }

    /** Sets the weights to where training begins. */
    void initialize(SplittableRandom random);

    /** Always in the same order. */
    List<Weight> weights();
}
