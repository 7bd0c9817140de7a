package org.gnnrec.graph.walk;

import java.util.Arrays;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;

/** Collects the neighbors that walks found, row by row in any order and from any thread, into a graph. */
final class WalkRows {
    private final int[][] neighbors;
    private final float[][] weights;

    WalkRows(int rows) {
        this.neighbors = new int[rows][];
        this.weights = new float[rows][];
    }

    /** Sets a row to these neighbors. They weigh their share of the visits to them. */
    void set(int row, int[] nodes, VisitCounts counts) {
        int[] sorted = nodes.clone();
        Arrays.sort(sorted);
        double sum = Arrays.stream(sorted).mapToLong(counts::count).sum();
        float[] shares = new float[sorted.length];
        for (int n = 0; n < shares.length; n++) {
            shares[n] = (float) (counts.count(sorted[n]) / sum);
        }
        neighbors[row] = sorted;
        weights[row] = shares;
    }

    /** The graph of all rows, each of which must be set. O(rows + edges). */
    CsrGraph graph() {
        int rows = neighbors.length;
        int[] offsets = offsets();
        int[] columns = new int[offsets[rows]];
        float[] shares = new float[columns.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(neighbors[row], 0, columns, offsets[row], neighbors[row].length);
            System.arraycopy(weights[row], 0, shares, offsets[row], neighbors[row].length);
        }
        return CsrGraph.trusted(rows, rows, offsets, columns, shares);
    }

    private int[] offsets() {
        int[] offsets = new int[neighbors.length + 1];
        long edges = 0;
        for (int row = 0; row < neighbors.length; row++) {
            edges += neighbors[row].length;
            if (edges > CsrBuilder.MAX_EDGES) {
                throw new IllegalArgumentException("the importance neighborhoods of " + neighbors.length
                        + " items do not fit one array: lower importanceNeighbors");
            }
            offsets[row + 1] = (int) edges;
        }
        return offsets;
    }
}
