package org.gnnrec.graph;

import java.util.Arrays;

/**
 * A sparse 0/1 matrix in compressed rows: the neighbors of row r are
 * {@code neighbors[offsets[r] .. offsets[r + 1])}, ascending and without duplicates ({@code indptr} and
 * {@code indices} in scipy). Immutable by contract: the arrays are shared, never copied. Takes
 * {@code 4 (rows + 1) + 4 edges} bytes. Thread-safe.
 */
public final class CsrGraph {
    private final int rowCount;
    private final int columnCount;
    private final int[] offsets;
    private final int[] neighbors;

    private CsrGraph(int rowCount, int columnCount, int[] offsets, int[] neighbors) {
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.offsets = offsets;
        this.neighbors = neighbors;
    }

    /**
     * A graph over the given arrays. O(rows + edges).
     *
     * @throws IllegalArgumentException where the arrays are not sorted rows of distinct columns
     */
    public static CsrGraph of(int rowCount, int columnCount, int[] offsets, int[] neighbors) {
        if (offsets.length != rowCount + 1 || offsets[0] != 0 || offsets[rowCount] != neighbors.length) {
            throw new IllegalArgumentException("offsets do not span " + rowCount + " rows and " + neighbors.length
                    + " edges");
        }
        for (int row = 0; row < rowCount; row++) {
            requireAscending(row, columnCount, offsets, neighbors);
        }
        return new CsrGraph(rowCount, columnCount, offsets, neighbors);
    }

    /** For builders of this package, whose arrays are right by construction. */
    static CsrGraph trusted(int rowCount, int columnCount, int[] offsets, int[] neighbors) {
        return new CsrGraph(rowCount, columnCount, offsets, neighbors);
    }

    private static void requireAscending(int row, int columnCount, int[] offsets, int[] neighbors) {
        int previous = -1;
        for (int e = offsets[row]; e < offsets[row + 1]; e++) {
            if (neighbors[e] <= previous || neighbors[e] >= columnCount) {
                throw new IllegalArgumentException("row " + row + " holds column " + neighbors[e] + " after "
                        + previous + ": columns must ascend and be below " + columnCount);
            }
            previous = neighbors[e];
        }
    }

    public int rowCount() {
        return rowCount;
    }

    public int columnCount() {
        return columnCount;
    }

    public int edgeCount() {
        return neighbors.length;
    }

    /** The shared array of {@link #rowCount} + 1 offsets; never to be written. */
    public int[] offsets() {
        return offsets;
    }

    /** The shared array of columns; never to be written. */
    public int[] neighbors() {
        return neighbors;
    }

    public int degree(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** How many rows hold each column. O(columns + edges). */
    public int[] columnDegrees() {
        int[] degrees = new int[columnCount];
        for (int column : neighbors) {
            degrees[column]++;
        }
        return degrees;
    }

    /** O(log degree). */
    public boolean contains(int row, int column) {
        return Arrays.binarySearch(neighbors, offsets[row], offsets[row + 1], column) >= 0;
    }

    /** True if both hold the same edges. O(rows + edges). */
    public boolean sameEdges(CsrGraph other) {
        return columnCount == other.columnCount && Arrays.equals(offsets, other.offsets)
                && Arrays.equals(neighbors, other.neighbors);
    }

    /** Rows become columns. O(rows + columns + edges). */
    public CsrGraph transpose() {
        int[] starts = new int[columnCount + 1];
        for (int column : neighbors) {
            starts[column + 1]++;
        }
        for (int column = 0; column < columnCount; column++) {
            starts[column + 1] += starts[column];
        }
        int[] next = Arrays.copyOf(starts, columnCount);
        int[] rows = new int[neighbors.length];
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                rows[next[neighbors[e]]++] = row;
            }
        }
        return new CsrGraph(columnCount, rowCount, starts, rows);
    }

    /** The edges of either graph. O(rows + edges of both). */
    public CsrGraph union(CsrGraph other) {
        if (other.rowCount != rowCount || other.columnCount != columnCount) {
            throw new IllegalArgumentException("a graph of " + rowCount + " x " + columnCount
                    + " has no union with one of " + other.rowCount + " x " + other.columnCount);
        }
        CsrBuilder union = new CsrBuilder(rowCount, columnCount);
        addTo(union);
        other.addTo(union);
        return union.build();
    }

    private void addTo(CsrBuilder builder) {
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                builder.add(row, neighbors[e]);
            }
        }
    }

    /** Bounds of row ranges with about equal work each, a row costing its degree and one more. O(parts log rows). */
    public int[] balancedBounds(int parts) {
        int[] bounds = new int[parts + 1];
        long total = (long) edgeCount() + rowCount;
        for (int part = 1; part < parts; part++) {
            bounds[part] = firstRowReaching(total * part / parts);
        }
        bounds[parts] = rowCount;
        return bounds;
    }

    private int firstRowReaching(long work) {
        int low = 0;
        int high = rowCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((long) offsets[middle] + middle < work) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
