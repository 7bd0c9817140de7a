package org.gnnrec.model.gat;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.layer.Part;

/** e_ij of one head: a number for each edge. {@link EdgeSoftmax} makes the attention of them. */
interface Scores extends Part {
    /**
     * Sets the number of each edge.
     *
     * @param source what the layer reads
     * @param messages what the head makes of the source and attends to
     */
    void forward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] scores);

    /**
     * Adds the gradients by the messages, by the sources of the last forward and by the weights to theirs.
     *
     * @param gradient by the scores; it is changed
     */
    void backward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] gradient, DenseMatrix messageGradient,
            DenseMatrix sourceGradient);
}
