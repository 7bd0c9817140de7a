package org.gnnrec.model;

import java.util.function.IntUnaryOperator;

/**
 * A few rows of a sparse matrix, filled edge by edge, for one step after the other. Grows to the largest matrix, 8
 * bytes an edge; the arrays may be longer than what is in them.
 */
public final class EdgesByRow {
    private static final double ROOM = 1.25;
    /** The largest array of Java. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] offsets = new int[1];
    private int[] columns = new int[0];
    private float[] weights = new float[0];
    private int rowCount;
    private int edgeCount;

    /**
     * Starts again, with room for these rows.
     *
     * @param most how many edges the row of a member may get
     */
    public void begin(RowSet members, IntUnaryOperator most) {
        long edges = 0;
        for (int slot = 0; slot < members.size(); slot++) {
            edges += most.applyAsInt(members.row(slot));
        }
        if (offsets.length <= members.size()) {
            offsets = new int[members.capacity() + 1];
        }
        if (columns.length < edges) {
            columns = new int[Math.toIntExact(Math.max(edges, Math.min((long) (ROOM * edges), MOST)))];
            weights = new float[columns.length];
        }
        rowCount = 0;
        edgeCount = 0;
    }

    /** Adds an edge to the row that is being filled. */
    public void add(int column, float weight) {
        columns[edgeCount] = column;
        weights[edgeCount++] = weight;
    }

    /** Adds the edges [from, to) of these. */
    public void add(int[] edgeColumns, float[] edgeWeights, int from, int to) {
        System.arraycopy(edgeColumns, from, columns, edgeCount, to - from);
        System.arraycopy(edgeWeights, from, weights, edgeCount, to - from);
        edgeCount += to - from;
    }

    /** Goes on to the next row. */
    public void endRow() {
        offsets[++rowCount] = edgeCount;
    }

    /** Scales the row to weights that add up to one, and goes on to the next row. */
    public void endRowAsShares() {
        double sum = 0;
        for (int e = offsets[rowCount]; e < edgeCount; e++) {
            sum += weights[e];
        }
        for (int e = offsets[rowCount]; e < edgeCount; e++) {
            weights[e] /= (float) sum;
        }
        endRow();
    }

    /** The number of rows that are filled. */
    public int rowCount() {
        return rowCount;
    }

    public int[] offsets() {
        return offsets;
    }

    public int[] columns() {
        return columns;
    }

    public float[] weights() {
        return weights;
    }
}
