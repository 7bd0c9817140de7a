package org.gnnrec.graph;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/**
 * One half of the normalized adjacency: a row for each node of one side, which receives from the columns. An edge
 * counts by its {@link Normalization}, in which the degrees of a graph without weights are numbers of edges.
 * {@code weights[e]} belongs to {@code graph.neighbors()[e]}. Every method sums in an order that does not depend on the
 * number of threads.
 */
public final class NormalizedCsr {
    private final CsrGraph graph;
    private final float[] weights;
    private final Kernels kernels = Kernels.get();

    NormalizedCsr(CsrGraph graph, Normalization normalization) {
        this.graph = graph;
        this.weights = weights(graph, graph.columnWeights(), normalization);
    }

    private static float[] weights(CsrGraph graph, double[] columnWeights, Normalization normalization) {
        float[] weights = new float[graph.edgeCount()];
        double meanWeight = graph.meanWeight();
        for (int row = 0; row < graph.rowCount(); row++) {
            double rowWeight = graph.rowWeight(row);
            for (int e = graph.offsets()[row]; e < graph.offsets()[row + 1]; e++) {
                weights[e] = (float) (graph.weight(e)
                        / normalization.divisor(rowWeight, columnWeights[graph.neighbors()[e]], meanWeight));
            }
        }
        return weights;
    }

    public CsrGraph graph() {
        return graph;
    }

    /** The shared array of weights; never to be written. */
    public float[] weights() {
        return weights;
    }

    /** {@code y += this * x}: x has a row for each column of this, y one for each row. O(edges * d). */
    public void multiplyAdd(DenseMatrix x, DenseMatrix y, Parallel parallel) {
        parallel.forBounds(graph.balancedBounds(parallel.concurrency()), (part, from, to) -> {
            for (int row = from; row < to; row++) {
                kernels.gather(graph.neighbors(), weights, graph.offsets()[row], graph.offsets()[row + 1], x.data(),
                        x.cols(), y.data(), y.offset(row));
            }
        });
    }
}
