package org.gnnrec.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects edges in any order and sorts them into a {@link CsrGraph}. An edge added twice is one edge; in a graph with
 * weights it has their sum, which does not depend on the order of adding. Holds 8 bytes an edge while it grows and 12
 * while it builds, with weights 12 and 20; O(edges log degree). Not thread-safe. {@link #build} uses it up.
 */
public final class CsrBuilder {
    /** The largest array of Java. */
    public static final int MAX_EDGES = Integer.MAX_VALUE - 8;
    /** Edges in a chunk: few in the first, so that a small graph costs little. */
    private static final int FIRST_CHUNK = 1 << 6;
    private static final int CHUNK = 1 << 15;

    private final int rowCount;
    private final int columnCount;
    /** Ints that an edge takes in a chunk: row, column and, in a graph with weights, the bits of its weight. */
    private final int stride;
    private final int[] degrees;
    private final List<int[]> chunks = new ArrayList<>();
    private int[] chunk;
    private int used;
    private long added;

    /** A builder of a graph whose edges weigh one. */
    public CsrBuilder(int rowCount, int columnCount) {
        this(rowCount, columnCount, false);
    }

    /** @param weighted whether the graph keeps the weights of its edges */
    public CsrBuilder(int rowCount, int columnCount, boolean weighted) {
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.stride = weighted ? 3 : 2;
        this.degrees = new int[rowCount];
    }

    /** Adds one edge of weight one, as {@link #add(int, int, float)}. */
    public void add(int row, int column) {
        add(row, column, 1);
    }

    /**
     * Adds one edge.
     *
     * @param weight above zero; a graph without weights does not keep it
     * @throws IndexOutOfBoundsException if the row or the column is outside the graph
     */
    public void add(int row, int column, float weight) {
        if (row < 0 || row >= rowCount || column < 0 || column >= columnCount) {
            throw new IndexOutOfBoundsException("edge (" + row + ", " + column + ") is outside " + rowCount + " x "
                    + columnCount);
        }
        if (chunk == null || used == chunk.length) {
            chunk = new int[stride * (int) Math.min(CHUNK, Math.max(FIRST_CHUNK, added))];
            chunks.add(chunk);
            used = 0;
        }
        chunk[used++] = row;
        chunk[used++] = column;
        if (stride == 3) {
            chunk[used++] = Float.floatToIntBits(weight);
        }
        degrees[row]++;
        added++;
    }

    /**
     * The graph of the edges added.
     *
     * @throws IllegalArgumentException if more than 2^31 - 9 were added
     */
    public CsrGraph build() {
        requireFits(added);
        int[] offsets = new int[rowCount + 1];
        for (int row = 0; row < rowCount; row++) {
            offsets[row + 1] = offsets[row] + degrees[row];
        }
        int[] neighbors = new int[(int) added];
        int[] weightBits = stride == 3 ? new int[neighbors.length] : null;
        place(offsets, neighbors, weightBits);
        return weightBits == null ? sorted(offsets, neighbors) : sorted(offsets, neighbors, weightBits);
    }

    static void requireFits(long edges) {
        if (edges > MAX_EDGES) {
            throw new IllegalArgumentException("a graph holds at most " + MAX_EDGES + " edges but got " + edges
                    + ": project fewer relationships");
        }
    }

    private void place(int[] offsets, int[] neighbors, int[] weightBits) {
        int[] next = Arrays.copyOf(offsets, rowCount);
        for (int c = 0; c < chunks.size(); c++) {
            int[] edges = chunks.get(c);
            int end = c == chunks.size() - 1 ? used : edges.length;
            for (int p = 0; p < end; p += stride) {
                int place = next[edges[p]]++;
                neighbors[place] = edges[p + 1];
                if (weightBits != null) {
                    weightBits[place] = edges[p + 2];
                }
            }
            chunks.set(c, null);
        }
    }

    /** Sorts each row in place and closes the gaps that duplicates leave. */
    private CsrGraph sorted(int[] offsets, int[] neighbors) {
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
        return CsrGraph.trusted(rowCount, columnCount, offsets, trimmed(neighbors, write), null);
    }

    /** Sorts edges with weights. The bits of floats above zero ascend as the floats do, so a sum has one order. */
    private CsrGraph sorted(int[] offsets, int[] neighbors, int[] weightBits) {
        float[] weights = new float[neighbors.length];
        int write = 0;
        int from = 0;
        for (int row = 0; row < rowCount; row++) {
            int to = offsets[row + 1];
            long[] edges = new long[to - from];
            for (int e = from; e < to; e++) {
                edges[e - from] = ((long) neighbors[e] << 32) | weightBits[e];
            }
            Arrays.sort(edges);
            write = merge(edges, neighbors, weights, write);
            offsets[row + 1] = write;
            from = to;
        }
        return CsrGraph.trusted(rowCount, columnCount, offsets, trimmed(neighbors, write),
                write == weights.length ? weights : Arrays.copyOf(weights, write));
    }

    private static int merge(long[] edges, int[] neighbors, float[] weights, int start) {
        int write = start;
        for (int e = 0; e < edges.length;) {
            int column = (int) (edges[e] >>> 32);
            double sum = 0;
            for (; e < edges.length && (int) (edges[e] >>> 32) == column; e++) {
                sum += Float.intBitsToFloat((int) edges[e]);
            }
            neighbors[write] = column;
            weights[write++] = (float) sum;
        }
        return write;
    }

    private static int[] trimmed(int[] neighbors, int edges) {
        return edges == neighbors.length ? neighbors : Arrays.copyOf(neighbors, edges);
    }
}
