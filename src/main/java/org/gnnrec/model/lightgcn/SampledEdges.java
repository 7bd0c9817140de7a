package org.gnnrec.model.lightgcn;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.EvenDraw;
import org.gnnrec.graph.NormalizedCsr;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.EdgesByColumn;
import org.gnnrec.model.EdgesByRow;
import org.gnnrec.model.RowSet;

/**
 * The edges that the rows of a batch have in one half of the adjacency. Of a row with more than {@code limit} edges
 * that many are drawn, at even distances from a random start. Each edge is equally likely, and the drawn edges weigh
 * more, so on average their sum is the sum of all edges. A row with fewer edges is exact. Ascending in each row. Grows
 * to the largest batch, 16 bytes an edge, and 4 bytes a column of the half.
 */
final class SampledEdges {
    private final NormalizedCsr half;
    private final int limit;
    private final SplittableRandom random;
    private final Kernels kernels = Kernels.get();
    private final EdgesByColumn byColumn;
    private final EdgesByRow drawn = new EdgesByRow();

    SampledEdges(NormalizedCsr half, int limit, SplittableRandom random) {
        this.half = half;
        this.limit = limit;
        this.random = random;
        this.byColumn = new EdgesByColumn(half.graph().columnCount());
    }

    /** Takes the edges of these rows in place of the last ones. O(edges taken). */
    void draw(RowSet set) {
        drawn.begin(set, row -> Math.min(limit, half.graph().degree(row)));
        for (int slot = 0; slot < set.size(); slot++) {
            draw(set.row(slot));
            drawn.endRow();
        }
        byColumn.sort(drawn);
    }

    private void draw(int row) {
        CsrGraph graph = half.graph();
        int from = graph.offsets()[row];
        int degree = graph.degree(row);
        if (degree <= limit) {
            drawn.add(graph.neighbors(), half.weights(), from, from + degree);
            return;
        }
        double distance = (double) degree / limit;
        double start = random.nextDouble();
        for (int n = 0; n < limit; n++) {
            int edge = from + EvenDraw.place(degree, limit, start, n);
            drawn.add(graph.neighbors()[edge], (float) (half.weights()[edge] * distance));
        }
    }

    /** {@code y[slot] += sum over the edges of weight * x[column]}. O(edges * d). */
    void gather(DenseMatrix x, DenseMatrix y, Parallel parallel) {
        int[] offsets = drawn.offsets();
        int[] bounds = CsrGraph.balancedBounds(offsets, drawn.rowCount(), parallel.concurrency());
        parallel.forBounds(bounds, (part, from, to) -> {
            for (int slot = from; slot < to; slot++) {
                kernels.gather(drawn.columns(), drawn.weights(), offsets[slot], offsets[slot + 1], x.data(), x.cols(),
                        y.data(), y.offset(slot));
            }
        });
    }

    /** {@code y[column] += sum over the edges of weight * x[slot]}: the gradient of {@link #gather}. O(edges * d). */
    void scatter(DenseMatrix x, DenseMatrix y, Parallel parallel) {
        byColumn.multiplyAdd(x, y, parallel);
    }
}
