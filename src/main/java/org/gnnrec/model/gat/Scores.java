package org.gnnrec.model.gat;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Weight;

/** e_ij of one head: a number for each edge, of which {@link EdgeSoftmax} makes the attention. */
interface Scores {
    /**
     * Sets the number of each edge.
     *
     * @param source what the layer reads
     * @param messages what the head makes of it, which is what is attended to
     */
    void forward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] scores);

    /**
     * Adds the gradients by the messages and by the sources of the last forward to theirs, and that by the weights.
     *
     * @param gradient by the scores, is changed
     */
    void backward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] gradient, DenseMatrix messageGradient,
            DenseMatrix sourceGradient);

    void initialize(SplittableRandom random);

    /** Always in the same order. */
    List<Weight> weights();
}
