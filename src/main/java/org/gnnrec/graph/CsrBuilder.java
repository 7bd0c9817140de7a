package org.gnnrec.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects edges in any order and sorts them into a {@link CsrGraph}; an edge added twice is one edge. Holds 8 bytes
 * an edge while it grows and 12 while it builds; O(edges log degree). Not thread-safe, and used up by
 * {@link #build}.
 */
public final class CsrBuilder {
    /** The largest array of Java. */
    static final int MAX_EDGES = Integer.MAX_VALUE - 8;
    private static final int CHUNK = 1 << 15;

    private final int rowCount;
    private final int columnCount;
    private final int[] degrees;
    private final List<int[]> chunks = new ArrayList<>();
    private int[] chunk;
    private int used;
    private long added;

    public CsrBuilder(int rowCount, int columnCount) {
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.degrees = new int[rowCount];
    }

    /**
     * Adds one edge.
     *
     * @throws IndexOutOfBoundsException where row or column lies outside the graph
     */
    public void add(int row, int column) {
        if (row < 0 || row >= rowCount || column < 0 || column >= columnCount) {
            throw new IndexOutOfBoundsException("edge (" + row + ", " + column + ") lies outside " + rowCount + " x "
                    + columnCount);
        }
        if (chunk == null || used == chunk.length) {
            chunk = new int[2 * CHUNK];
            chunks.add(chunk);
            used = 0;
        }
        chunk[used++] = row;
        chunk[used++] = column;
        degrees[row]++;
        added++;
    }

    /**
     * The graph of the edges added.
     *
     * @throws IllegalArgumentException where more than 2^31 - 9 were added
     */
    public CsrGraph build() {
        requireFits(added);
        int[] offsets = new int[rowCount + 1];
        for (int row = 0; row < rowCount; row++) {
            offsets[row + 1] = offsets[row] + degrees[row];
        }
        int[] neighbors = place(offsets);
        int edges = sortAndMerge(offsets, neighbors);
        return CsrGraph.trusted(rowCount, columnCount, offsets,
                edges == neighbors.length ? neighbors : Arrays.copyOf(neighbors, edges));
    }

    static void requireFits(long edges) {
        if (edges > MAX_EDGES) {
            throw new IllegalArgumentException("a graph holds at most " + MAX_EDGES + " edges but got " + edges
                    + ": project fewer relationships");
        }
    }

    private int[] place(int[] offsets) {
        int[] neighbors = new int[(int) added];
        int[] next = Arrays.copyOf(offsets, rowCount);
        for (int c = 0; c < chunks.size(); c++) {
            int[] pairs = chunks.get(c);
            int end = c == chunks.size() - 1 ? used : pairs.length;
            for (int p = 0; p < end; p += 2) {
                neighbors[next[pairs[p]]++] = pairs[p + 1];
            }
            chunks.set(c, null);
        }
        return neighbors;
    }

    /** Sorts each row in place and closes the gaps that duplicates leave. */
    private int sortAndMerge(int[] offsets, int[] neighbors) {
        int write = 0;
        int from = 0;
        for (int row = 0; row < rowCount; row++) {
            int to = offsets[row + 1];
            Arrays.sort(neighbors, from, to);
            for (int e = from; e < to; e++) {
                if (e == from || neighbors[e] != neighbors[e - 1]) {
                    neighbors[write++] = neighbors[e];
                }
            }
            offsets[row + 1] = write;
            from = to;
        }
        return write;
    }
}
