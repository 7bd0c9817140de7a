package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.Map;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Transaction;

/** One sample for each label, taken when it is first asked for. */
final class NodeSamples {
    private final Transaction tx;
    private final StoreCounts counts;
    private final Cancellation cancellation;
    private final Map<String, NodeSample> taken = new HashMap<>();

    NodeSamples(Transaction tx, StoreCounts counts, Cancellation cancellation) {
        this.tx = tx;
        this.counts = counts;
        this.cancellation = cancellation;
    }

    NodeSample of(String label) {
        return taken.computeIfAbsent(label, name -> NodeSample.of(tx, name, counts.nodes(name), cancellation));
    }
}
