package org.gnnrec.training;

import java.util.List;
import org.gnnrec.model.gat.GatShape;

/**
 * What layers over sampled neighborhoods hold, from the counts alone: hop by hop from the batch the nodes drawn, the edges,
 * both ways, and rows with their gradients.
 *
 * @param edges of all nodes, each from both ends
 * @param readBytes of a layer for each row that it reads, beside the row
 * @param writtenBytes of a layer for each row that it writes, beside the row
 */
record LayersEstimate(long nodes, long edges, int dimension, long readBytes, long writtenBytes) {
    /** GAT holds messages of each head, gradients and slopes of one, GraphSAGE the parts of the sum. */
    static LayersEstimate of(long nodes, long edges, TrainingConfig config) {
        int d = config.embeddingDimension();
        GatShape gat = config.encoder().gat();
        return gat == null
                ? new LayersEstimate(nodes, edges, d, 0, 15L * d)
                : new LayersEstimate(nodes, edges, d, (10L + 5 * gat.heads()) * d, (5L + 10 * gat.heads()) * d);
    }

    /**
     * For batches of so many rows.
     *
     * @param sampleSizes the most neighbors of a node in each hop, the one from the batch first
     */
    long bytes(long batchRows, List<Integer> sampleSizes) {
        long targets = batchRows;
        long bytes = 12 * nodes + targets * rowBytes();
        for (int samples : sampleSizes) {
            long drawn = Math.min(edges, targets * samples);
            long sources = Math.min(nodes, targets + drawn);
            bytes += 20 * nodes + 25 * drawn + sources * (rowBytes() + readBytes) + targets * writtenBytes;
            targets = sources;
        }
        return bytes;
    }

    /** A row and its gradient, with room for a quarter more. */
    private long rowBytes() {
        return 10L * dimension;
    }
}
