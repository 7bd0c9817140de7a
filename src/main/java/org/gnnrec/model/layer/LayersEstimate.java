package org.gnnrec.model.layer;

import java.util.List;

/**
 * What layers over sampled neighborhoods hold, from the counts alone: for each hop the drawn nodes, the edges in both
 * directions, and rows with their gradients.
 *
 * @param edges of all nodes, each from both ends
 * @param readBytes of a layer for each row that it reads, beside the row
 * @param writtenBytes of a layer for each row that it writes, beside the row
 */
public record LayersEstimate(long nodes, long edges, int dimension, long readBytes, long writtenBytes) {
    /**
     * The bytes for batches of so many rows.
     *
     * @param sampleSizes the most neighbors of a node in each hop, the one from the batch first
     */
    public long bytes(long batchRows, List<Integer> sampleSizes) {
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
