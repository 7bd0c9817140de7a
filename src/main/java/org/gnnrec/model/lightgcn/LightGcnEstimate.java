package org.gnnrec.model.lightgcn;

import org.gnnrec.model.TrainingSize;

/**
 * The bytes of LightGCN while it learns, from the counts alone: the buffers of its hops and the sampled edges of a
 * batch.
 *
 * @param layers the most hops that are tried
 * @param unit whether rows may be scaled to length one
 * @param both whether LightGCN++ is trained beside LightGCN, so that the best epochs of both are kept
 */
record LightGcnEstimate(int layers, boolean unit, boolean both, int neighborSamples, int dimension, TrainingSize size) {
    long bytes() {
        long matrix = size.rowBytes(dimension);
        return layers == 0 ? 0 : (unit ? unitHops(matrix) : matrix * plainHops()) + sampledEdges();
    }

    private int plainHops() {
        return Math.min(2, layers - 1);
    }

    /** The rows of each hop and their lengths, their sum and its gradient, the weights of the transpose. */
    private long unitHops(long matrix) {
        boolean several = layers > 1;
        return matrix * (layers + (several ? 2 : 1)) + 4L * layers * size.nodes() + (several ? 8 * size.edges() : 0)
                + (both ? matrix : 0);
    }

    /** The edges in both directions, with room for a larger batch. */
    private long sampledEdges() {
        return 24 * Math.min(2 * size.edges(), size.batchRows() * neighborSamples) + 12 * size.nodes();
    }
}
