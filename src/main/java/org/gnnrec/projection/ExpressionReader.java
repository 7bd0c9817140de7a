package org.gnnrec.projection;

import java.util.List;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.NodeValues;
import org.gnnrec.store.ExpressionQuery;
import org.gnnrec.store.FeatureInput;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;

/**
 * Reads what expressions give for nodes, of some nodes at a time, by the query that serving runs for one node. Several
 * threads read, each in a transaction of its own with the rights of the caller. The values do not depend on their number.
 *
 * @param heap claims what the values hold
 */
record ExpressionReader(InnerTransactions inner, HeapClaim heap, int concurrency) {
    /** Evaluates each expression once for each node. A node that another transaction deleted meanwhile has no values. */
    ExpressionValues read(NodeTable nodes, NodeValues wanted) {
        ExpressionValues values = new ExpressionValues(List.copyOf(wanted.expressions().keySet()), nodes.size(), heap);
        if (!wanted.expressions().isEmpty()) {
            read(nodes, ExpressionQuery.ofFeatures(wanted), values);
        }
        return values;
    }

    private void read(NodeTable nodes, ExpressionQuery query, ExpressionValues values) {
        try (Parallel parallel = new Parallel(concurrency)) {
            NodeBatches batches = new NodeBatches(nodes, parallel);
            batches.forEach((part, from, to) -> read(batches, from, to, query, values), values::keep);
        }
    }

    private void read(NodeBatches batches, int from, int to, ExpressionQuery query, ExpressionValues values) {
        inner.run(tx -> query.read(tx, batches.find(tx, from, to),
                (node, given) -> values.put(batches.nodes().nodes().indexOf(NodeIds.of(node)),
                        given.values().stream().map(FeatureInput::of).toArray())));
    }
}
