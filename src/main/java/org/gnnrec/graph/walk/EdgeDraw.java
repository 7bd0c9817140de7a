package org.gnnrec.graph.walk;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;

/** Draws an edge of a row with a chance in proportion to its weight. O(1); with weights O(log degree). Thread-safe. */
final class EdgeDraw {
    private final CsrGraph graph;
    /** For each edge the sum of the weights of its row up to and with it; null if every edge weighs one. */
    private final double[] sums;

    /** Takes 8 bytes an edge if there are weights. O(edges). */
    EdgeDraw(CsrGraph graph) {
        this.graph = graph;
        this.sums = graph.isWeighted() ? sums(graph) : null;
    }

    private static double[] sums(CsrGraph graph) {
        double[] sums = new double[graph.edgeCount()];
        for (int row = 0; row < graph.rowCount(); row++) {
            double sum = 0;
            for (int e = graph.offsets()[row]; e < graph.offsets()[row + 1]; e++) {
                sum += graph.weight(e);
                sums[e] = sum;
            }
        }
        return sums;
    }

    /** The column of a drawn edge of this row, which must have one. */
    int column(int row, SplittableRandom random) {
        int from = graph.offsets()[row];
        int degree = graph.degree(row);
        int edge = sums == null ? from + random.nextInt(degree) : weighted(from, from + degree - 1, random);
        return graph.neighbors()[edge];
    }

    /** The first edge whose sum is above a random share of the last one's. */
    private int weighted(int first, int last, SplittableRandom random) {
        double wanted = random.nextDouble() * sums[last];
        int low = first;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
