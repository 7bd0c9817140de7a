package org.gnnrec.model;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;

/**
 * A few rows of a sparse matrix, turned: the columns that have an edge, in the order they came, and the rows of each,
 * ascending. A product by the transpose then writes each row of its result once, on one thread. Sorted by counting;
 * grows to the largest matrix.
 */
public final class EdgesByColumn {
    private final Kernels kernels = Kernels.get();
    /** Edges of each column, then the place of its next one; zero between two sorts. */
    private final int[] places;
    private int size;
    private int[] columns = new int[0];
    private int[] offsets = new int[1];
    private int[] rows = new int[0];
    private float[] weights = new float[0];
    /** Which edge of the matrix each one was. */
    private int[] order = new int[0];

    /** The edges of a column, [from, to) of {@link #row} and {@link #weight}. */
    public interface Column {
        void run(int column, int from, int to);
    }

    public EdgesByColumn(int columnCount) {
        places = new int[columnCount];
    }

    /** Takes the matrix in place of the last one. O(edges). */
    public void sort(int rowCount, int[] rowOffsets, int[] edgeColumns, float[] edgeWeights) {
        sort(rowCount, rowOffsets, edgeColumns);
        weigh(edgeWeights);
    }

    /** Takes these rows in place of the last matrix. O(edges). */
    public void sort(EdgesByRow matrix) {
        sort(matrix.rowCount(), matrix.offsets(), matrix.columns(), matrix.weights());
    }

    /** Takes the places of the edges, in place of the last ones. {@link #weigh} gives them weights. O(edges). */
    public void sort(int rowCount, int[] rowOffsets, int[] edgeColumns) {
        makeRoom(edgeColumns.length);
        count(rowOffsets[rowCount], edgeColumns);
        for (int row = 0; row < rowCount; row++) {
            for (int e = rowOffsets[row]; e < rowOffsets[row + 1]; e++) {
                int place = places[edgeColumns[e]]++;
                rows[place] = row;
                order[place] = e;
            }
        }
        for (int n = 0; n < size; n++) {
            places[columns[n]] = 0;
        }
    }

    private void makeRoom(int edges) {
        if (rows.length < edges) {
            rows = new int[edges];
            weights = new float[edges];
            order = new int[edges];
            columns = new int[Math.min(edges, places.length)];
            offsets = new int[columns.length + 1];
        }
    }

    private void count(int edges, int[] edgeColumns) {
        size = 0;
        for (int e = 0; e < edges; e++) {
            if (places[edgeColumns[e]]++ == 0) {
                columns[size++] = edgeColumns[e];
            }
        }
        for (int n = 0; n < size; n++) {
            offsets[n + 1] = offsets[n] + places[columns[n]];
            places[columns[n]] = offsets[n];
        }
    }

    /** Gives the edges of the last sort these weights, in the order of the matrix. O(edges). */
    public void weigh(float[] edgeWeights) {
        for (int place = 0; place < offsets[size]; place++) {
            weights[place] = edgeWeights[order[place]];
        }
    }

    public int row(int place) {
        return rows[place];
    }

    public float weight(int place) {
        return weights[place];
    }

    /** {@code y[column] += sum over its edges of weight * x[row]}. O(edges * d). */
    public void multiplyAdd(DenseMatrix x, DenseMatrix y, Parallel parallel) {
        forColumns(parallel, (column, from, to) -> kernels.gather(rows, weights, from, to, x.data(), x.cols(), y.data(),
                y.offset(column)));
    }

    /** Runs the work for each column that has an edge, on one thread. */
    public void forColumns(Parallel parallel, Column work) {
        parallel.forBounds(CsrGraph.balancedBounds(offsets, size, parallel.concurrency()), (part, from, to) -> {
            for (int n = from; n < to; n++) {
                work.run(columns[n], offsets[n], offsets[n + 1]);
            }
        });
    }
}
