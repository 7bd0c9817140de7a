package org.gnnrec.projection;

import java.util.List;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The nodes of a table in batches that a query takes at once, several queries at a time. */
record NodeBatches(NodeTable nodes, Parallel parallel) {
    private static final int FIRST_NODES = 16;
    private static final int MOST_NODES = 1_000;
    /** Rows of a batch, about. A path through others may give a node many thousands. */
    private static final int ROWS_AT_ONCE = 200_000;

    /** What happens on the calling thread with the nodes [from, to) of a round. Returns how many rows they had. */
    interface Round {
        int end(int from, int to);
    }

    /** Runs the work on each batch, in rounds of one batch for each thread. The rows so far decide how large they are. */
    void forEach(Parallel.Part work, Round round) {
        int atOnce = FIRST_NODES;
        for (int from = 0; from < nodes.size();) {
            int[] bounds = bounds(from, atOnce);
            parallel.forBounds(bounds, work);
            int to = bounds[parallel.concurrency()];
            atOnce = atOnce(to - from, round.end(from, to));
            from = to;
        }
    }

    private int[] bounds(int from, int atOnce) {
        return IntStream.rangeClosed(0, parallel.concurrency())
                .map(part -> Math.min(nodes.size(), from + part * atOnce)).toArray();
    }

    private static int atOnce(int nodes, int rows) {
        return (int) Math.clamp((long) ROWS_AT_ONCE * nodes / Math.max(1, rows), 1, MOST_NODES);
    }

    /** Some nodes, without those that another transaction deleted meanwhile. */
    List<Node> find(Transaction tx, int from, int to) {
        return IntStream.range(from, to).mapToObj(node -> NodeIds.find(tx, nodes.nodes().nodeId(node)))
                .filter(node -> node != null).toList();
    }
}
