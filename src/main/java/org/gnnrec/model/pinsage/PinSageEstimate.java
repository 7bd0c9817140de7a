package org.gnnrec.model.pinsage;

import java.util.List;
import org.gnnrec.model.TrainingSize;
import org.gnnrec.model.layer.LayersEstimate;

/**
 * What PinSage holds while it learns, from the counts alone: neighborhoods of items, the items that represent the users
 * of a batch, and layers over items.
 *
 * @param hard whether there are hard negatives
 */
record PinSageEstimate(TrainingSize size, int importanceNeighbors, boolean hard, int dimension,
        List<Integer> sampleSizes) {
    /** While neighborhoods are found, they are held twice, and nothing else of this is held. */
    long bytes() {
        long neighborhoods = 8 * importanceEdges();
        return neighborhoods + Math.max(neighborhoods + walks(), usersOfBatch() + layers() + band(neighborhoods));
    }

    /** With weights, the sums of both sides by which walks draw edges. */
    private long walks() {
        return size.weighted() ? 16 * size.edges() : 0;
    }

    /** The band of hard negatives has twice the edges, and they are held twice while it is found. */
    private long band(long neighborhoods) {
        return hard ? 4 * neighborhoods + walks() : 0;
    }

    private long importanceEdges() {
        return size.items() * Math.min(size.items(), importanceNeighbors);
    }

    /** The set of drawn items, the edges to them in both directions, and rows with their gradients. */
    private long usersOfBatch() {
        return 16 * size.items() + 25 * drawnEdges() + 10L * dimension * drawnItems()
                + 5L * dimension * size.batchUsers();
    }

    private long drawnEdges() {
        return Math.min(size.edges(), UserItems.MOST * size.batchUsers());
    }

    private long drawnItems() {
        return Math.min(size.items(), size.batchItems() + drawnEdges());
    }

    /** A convolution transforms what it reads, with a gradient; so does the head behind them. */
    private long layers() {
        long head = 16 * size.items() + 20L * dimension * drawnItems();
        return head + new LayersEstimate(size.items(), importanceEdges(), dimension, 10L * dimension, 15L * dimension)
                .bytes(drawnItems(), sampleSizes);
    }
}
