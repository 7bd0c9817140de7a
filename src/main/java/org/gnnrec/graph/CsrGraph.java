package org.gnnrec.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A sparse matrix in compressed rows. The neighbors of row r are {@code neighbors[offsets[r] .. offsets[r + 1])},
 * ascending and without duplicates. The weights of these edges have the same places ({@code indptr}, {@code indices}
 * and {@code data} in scipy). Without weights every edge weighs one. Immutable by contract: the arrays are shared,
 * never copied. Takes {@code 4 (rows + 1) + 4 edges} bytes, {@code 4 edges} more with weights. Thread-safe.
 */
public final class CsrGraph {
    private final int rowCount;
    private final int columnCount;
    private final int[] offsets;
    private final int[] neighbors;
    private final float[] weights;

    private CsrGraph(int rowCount, int columnCount, int[] offsets, int[] neighbors, float[] weights) {
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.offsets = offsets;
        this.neighbors = neighbors;
        this.weights = weights;
    }

    /**
     * A graph over the given arrays. O(rows + edges).
     *
     * @param weights one for each edge, above zero; null if every edge weighs one
     * @throws IllegalArgumentException if the arrays are not sorted rows of distinct columns, or a weight is not above
     *         zero
     */
    public static CsrGraph of(int rowCount, int columnCount, int[] offsets, int[] neighbors, float[] weights) {
        requireSpan(rowCount, offsets, neighbors.length);
        for (int row = 0; row < rowCount; row++) {
            requireAscending(row, columnCount, offsets, neighbors);
        }
        requirePositive(weights, neighbors.length);
        return new CsrGraph(rowCount, columnCount, offsets, neighbors, weights);
    }

    /** A graph over the arrays of a builder, which are always right. */
    public static CsrGraph trusted(int rowCount, int columnCount, int[] offsets, int[] neighbors, float[] weights) {
        return new CsrGraph(rowCount, columnCount, offsets, neighbors, weights);
    }

    private static void requireSpan(int rowCount, int[] offsets, int edges) {
        boolean spans = rowCount >= 0 && offsets.length == rowCount + 1L && offsets[0] == 0
                && offsets[rowCount] == edges;
        for (int row = 0; spans && row < rowCount; row++) {
            spans = offsets[row] <= offsets[row + 1];
        }
        if (!spans) {
            throw new IllegalArgumentException("offsets do not span " + rowCount + " rows and " + edges
                    + " edges: they must ascend from 0 to that number, one for each row and one more");
        }
    }

    private static void requirePositive(float[] weights, int edges) {
        if (weights == null) {
            return;
        }
        if (weights.length != edges) {
            throw new IllegalArgumentException(weights.length + " weights but " + edges + " edges");
        }
        for (float weight : weights) {
            if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the weight of an edge must be above zero but was " + weight);
            }
        }
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

    /** False where every edge weighs one. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** The shared array of weights, null where every edge weighs one; never to be written. */
    public float[] weights() {
        return weights;
    }

    /** The weight of the edge at this place of {@link #neighbors}. */
    public float weight(int edge) {
        return weights == null ? 1 : weights[edge];
    }

    /** How many neighbors a row has, whatever they weigh. */
    public int degree(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** The sum of the weights of a row, added in their order. */
    public double rowWeight(int row) {
        if (weights == null) {
            return degree(row);
        }
        double sum = 0;
        for (int e = offsets[row]; e < offsets[row + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }

    /** The sum of the weights of each column, added in the order of the rows. O(columns + edges). */
    public double[] columnWeights() {
        double[] sums = new double[columnCount];
        for (int e = 0; e < neighbors.length; e++) {
            sums[neighbors[e]] += weight(e);
        }
        return sums;
    }

    /** The mean weight of an edge, NaN without edges. O(edges). */
    public double meanWeight() {
        double sum = 0;
        for (int e = 0; e < neighbors.length; e++) {
            sum += weight(e);
        }
        return sum / neighbors.length;
    }

    /** True if row and column have an edge. O(log degree). */
    public boolean contains(int row, int column) {
        return edge(row, column) >= 0;
    }

    /** The weight between row and column, 0 if there is no edge. O(log degree). */
    public float weightBetween(int row, int column) {
        int edge = edge(row, column);
        return edge < 0 ? 0 : weight(edge);
    }

    private int edge(int row, int column) {
        return Arrays.binarySearch(neighbors, offsets[row], offsets[row + 1], column);
    }

    /** True if both hold the same edges with the same weights. O(rows + edges). */
    public boolean sameEdges(CsrGraph other) {
        return columnCount == other.columnCount && Arrays.equals(offsets, other.offsets)
                && Arrays.equals(neighbors, other.neighbors) && Arrays.equals(weights, other.weights);
    }

    /** One row as a graph of its own. O(degree). */
    public CsrGraph row(int row) {
        int from = offsets[row];
        int to = offsets[row + 1];
        return new CsrGraph(1, columnCount, new int[]{ 0, to - from }, Arrays.copyOfRange(neighbors, from, to),
                weights == null ? null : Arrays.copyOfRange(weights, from, to));
    }

    /** These rows, in this order, as a graph of their own. O(edges of the rows). */
    public CsrGraph rows(int[] rows) {
        CsrBuilder builder = new CsrBuilder(rows.length, columnCount, isWeighted());
        for (int n = 0; n < rows.length; n++) {
            for (int e = offsets[rows[n]]; e < offsets[rows[n] + 1]; e++) {
                builder.add(n, neighbors[e], weight(e));
            }
        }
        return builder.build();
    }

    /** All rows, with only the edges to the wanted columns. O(edges). */
    public CsrGraph columns(IntPredicate wanted) {
        CsrBuilder builder = new CsrBuilder(rowCount, columnCount, isWeighted());
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                if (wanted.test(neighbors[e])) {
                    builder.add(row, neighbors[e], weight(e));
                }
            }
        }
        return builder.build();
    }

    /** All edges, each weighing one. O(1). */
    public CsrGraph withoutWeights() {
        return new CsrGraph(rowCount, columnCount, offsets, neighbors, null);
    }

    /** The graph with rows and columns exchanged. O(rows + columns + edges). */
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
        float[] moved = weights == null ? null : new float[weights.length];
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                int place = next[neighbors[e]]++;
                rows[place] = row;
                if (moved != null) {
                    moved[place] = weights[e];
                }
            }
        }
        return new CsrGraph(columnCount, rowCount, starts, rows, moved);
    }

    /** The edges of either graph. If there are weights, an edge of both gets their sum. O(rows + edges). */
    public CsrGraph union(CsrGraph other) {
        if (other.rowCount != rowCount || other.columnCount != columnCount) {
            throw new IllegalArgumentException("a graph of " + rowCount + " x " + columnCount
                    + " has no union with one of " + other.rowCount + " x " + other.columnCount);
        }
        if (other.edgeCount() == 0) {
            return this;
        }
        CsrBuilder union = new CsrBuilder(rowCount, columnCount, isWeighted() || other.isWeighted());
        addTo(union);
        other.addTo(union);
        return union.build();
    }

    /** The edges that the other graph, of the same shape, does not have. O(rows + edges log degree). */
    public CsrGraph without(CsrGraph other) {
        CsrBuilder builder = new CsrBuilder(rowCount, columnCount, isWeighted());
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                if (!other.contains(row, neighbors[e])) {
                    builder.add(row, neighbors[e], weight(e));
                }
            }
        }
        return builder.build();
    }

    private void addTo(CsrBuilder builder) {
        for (int row = 0; row < rowCount; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                builder.add(row, neighbors[e], weight(e));
            }
        }
    }

    /** {@link #balancedBounds(int[], int, int)} of the rows of this graph. */
    public int[] balancedBounds(int parts) {
        return balancedBounds(offsets, rowCount, parts);
    }

    /** Bounds of row ranges with about equal work each. A row costs its degree plus one. O(parts log rows). */
    public static int[] balancedBounds(int[] offsets, int rows, int parts) {
        int[] bounds = new int[parts + 1];
        long total = (long) offsets[rows] + rows;
        for (int part = 1; part < parts; part++) {
            bounds[part] = firstRowReaching(offsets, rows, total * part / parts);
        }
        bounds[parts] = rows;
        return bounds;
    }

    private static int firstRowReaching(int[] offsets, int rows, long work) {
        int low = 0;
        int high = rows;
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
