package org.gnnrec.model.sparse;

import java.util.Arrays;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.SharedUsers;
import org.gnnrec.linalg.SparseRows;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.linalg.TopK;
import org.gnnrec.linalg.Workers;

/** For each item the others with the largest {@code G_ij s_j}, {@code G_ij = sum over users u of both of f_u w_ui w_uj}. */
final class NearestItems {
    private final SharedUsers shared;
    private final float[] scales;
    private final TopK best;
    private int[] items;
    private float[] values;

    private NearestItems(SharedUsers shared, float[] scales, int neighbors) {
        this.shared = shared;
        this.scales = scales;
        this.best = new TopK(neighbors);
    }

    /**
     * G with at most so many entries in each row, its diagonal left out. O(sum over users of degree^2).
     *
     * @param factors f_u
     * @param scales s_j
     */
    static SparseRows of(BipartiteGraph graph, double[] factors, float[] scales, int neighbors, Workers workers) {
        int[][] columns = new int[graph.itemCount()][];
        float[][] values = new float[columns.length][];
        workers.parallel().forRange(columns.length, (part, from, to) -> {
            NearestItems search = new NearestItems(new SharedUsers(graph, factors), scales,
                    Math.clamp(neighbors, 1, columns.length));
            for (int item = from; item < to; item++) {
                workers.cancellation().check();
                search.find(item);
                columns[item] = search.items;
                values[item] = search.values;
            }
        });
        return SparseRows.of(columns, values);
    }

    private void find(int item) {
        SparseSums sums = shared.with(item);
        for (int n = 0; n < sums.count(); n++) {
            int other = sums.index(n);
            if (other != item) {
                best.offer(other, (float) sums.sum(other) * scales[other]);
            }
        }
        items = new int[best.size()];
        values = new float[items.length];
        best.drainTo(items, values);
        Arrays.sort(items);
        for (int n = 0; n < items.length; n++) {
            values[n] = (float) sums.sum(items[n]);
        }
    }
}
