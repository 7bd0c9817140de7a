package org.gnnrec.model.gat;

import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.EdgesByColumn;
import org.gnnrec.model.layer.RowBuffer;

/**
 * What the heads of a layer use one after the other.
 *
 * @param results rows of the targets, or the gradient by them
 * @param messages in inference; in training each head keeps its own
 * @param messageGradients by the messages
 * @param slopes sums of slopes at the sources
 * @param weights of the edges after dropout, a row for each
 * @param edgeGradients by the attention, then by the scores, a row for each edge
 * @param byColumn the edges of the last forward by source, while backward runs
 */
record HeadBuffers(RowBuffer results, RowBuffer messages, RowBuffer messageGradients, RowBuffer slopes,
        RowBuffer weights, RowBuffer edgeGradients, EdgesByColumn byColumn, Parallel parallel) {
    /** Buffers for heads of this width and at most so many sources. */
    HeadBuffers(int width, int sources, Parallel parallel) {
        this(new RowBuffer(width), new RowBuffer(width), new RowBuffer(width), new RowBuffer(width), new RowBuffer(1),
                new RowBuffer(1), new EdgesByColumn(sources), parallel);
    }
}
