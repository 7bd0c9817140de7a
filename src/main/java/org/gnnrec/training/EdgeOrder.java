package org.gnnrec.training;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;

/**
 * Every edge once an epoch, in a new random order (Fisher-Yates over the order of the last epoch), with its weight over
 * the mean weight. Holds 8 bytes an edge.
 */
final class EdgeOrder {
    private final CsrGraph graph;
    private final int[] users;
    private final double meanWeight;
    private final int[] order;
    private final SplittableRandom random;
    private int position;

    EdgeOrder(CsrGraph graph, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
        this.meanWeight = graph.meanWeight();
        this.users = new int[graph.edgeCount()];
        this.order = new int[graph.edgeCount()];
        for (int user = 0; user < graph.rowCount(); user++) {
            for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
                users[e] = user;
                order[e] = e;
            }
        }
        this.position = order.length;
    }

    /** Fills the batch with the next edges; the last batch of an epoch may be shorter. */
    void next(Batch batch) {
        if (position == order.length) {
            shuffle();
            position = 0;
        }
        int end = (int) Math.min(order.length, (long) position + batch.capacity());
        while (position < end) {
            int edge = order[position++];
            batch.add(users[edge], graph.neighbors()[edge], (float) (graph.weight(edge) / meanWeight));
        }
    }

    private void shuffle() {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int edge = order[last];
            order[last] = order[other];
            order[other] = edge;
        }
    }
}
