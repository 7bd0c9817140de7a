package org.gnnrec.training;

import org.gnnrec.model.pinsage.UserItems;

/**
 * What PinSage holds, from the counts alone: neighborhoods of items, the items that stand for the users of a batch, and layers
 * over items.
 *
 * @param edges between users and items
 * @param batchUsers the most users of a batch
 * @param batchItems the most items of a batch
 */
record PinSageEstimate(long items, long edges, boolean weighted, long batchUsers, long batchItems,
        TrainingConfig config) {
    /** While neighborhoods are found they are there twice, but nothing else of this. */
    long bytes() {
        long neighborhoods = 8 * importanceEdges();
        return neighborhoods
                + Math.max(neighborhoods + walks(), usersOfBatch() + layers() + band(neighborhoods));
    }

    /** With weights the sums by which walks draw edges, of both sides. */
    private long walks() {
        return weighted ? 16 * edges : 0;
    }

    /** The band of hard negatives has twice the edges, and these twice while it is found. */
    private long band(long neighborhoods) {
        return HardNegatives.exist(config) ? 4 * neighborhoods + walks() : 0;
    }

    private long importanceEdges() {
        return items * Math.min(items, config.encoder().importanceNeighbors());
    }

    /** The set of items drawn, the edges to them, both ways, and rows with their gradients. */
    private long usersOfBatch() {
        return 16 * items + 25 * drawnEdges() + 10L * config.embeddingDimension() * drawnItems()
                + 5L * config.embeddingDimension() * batchUsers;
    }

    private long drawnEdges() {
        return Math.min(edges, UserItems.MOST * batchUsers);
    }

    private long drawnItems() {
        return Math.min(items, batchItems + drawnEdges());
    }

    /** A convolution transforms what it reads, with a gradient; so does the head behind them. */
    private long layers() {
        int d = config.embeddingDimension();
        long head = 16 * items + 20L * d * drawnItems();
        return head + new LayersEstimate(items, importanceEdges(), d, 10L * d, 15L * d).bytes(drawnItems(),
                config.encoder().sampleSizes());
    }
}
