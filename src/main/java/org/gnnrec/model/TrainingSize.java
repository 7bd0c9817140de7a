package org.gnnrec.model;

/**
 * How large a training is, in counts.
 *
 * @param selectEdges edges to train on while some are held out
 * @param heldOut whether some edges are held out to choose by
 * @param batchUsers the most users of a batch, with those of negatives; 0 where the type is solved in closed form
 * @param batchItems the most items of a batch, with those of negatives; 0 where the type is solved in closed form
 */
public record TrainingSize(long users, long items, long edges, long selectEdges, boolean weighted, boolean heldOut,
        long batchUsers, long batchItems) {

    /** Interactions of a graph on which an epoch takes a second or two: 75 steps of the usual size. */
    private static final long FEW_EDGES = 75L * 2048;

    /** True where a training takes a minute or two, so that more may be tried. */
    public static boolean isSmall(long edges) {
        return edges <= FEW_EDGES;
    }

    /** True where the nodes do not decide what a small training costs: no more of them have an edge. */
    public static boolean areFew(long nodes) {
        return nodes <= 2 * FEW_EDGES;
    }

    public long nodes() {
        return users + items;
    }

    /** Bytes of a float for each node and dimension. */
    public long rowBytes(int dimension) {
        return 4 * nodes() * dimension;
    }

    public long batchRows() {
        return batchUsers + batchItems;
    }
}
