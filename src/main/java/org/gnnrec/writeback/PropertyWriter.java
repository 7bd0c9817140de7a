package org.gnnrec.writeback;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Writes one property to nodes in the order of node ids, in batches of one transaction each, and again after transient
 * failures. Skips nodes that were deleted or changed since they were read.
 */
public final class PropertyWriter {
    private static final int BATCH = 5_000;

    private final InnerTransactions inner;
    private final LongConsumer progress;

    /** @param progress gets the number of nodes done */
    public PropertyWriter(InnerTransactions inner, LongConsumer progress) {
        this.inner = inner;
        this.progress = progress;
    }

    /**
     * Which nodes, which property, and its value for node r of the table.
     *
     * @param keeps true where what the node has may stay in the place of the value to write
     */
    public record Column(NodeKind kind, NodeTable nodes, String property, IntFunction<Object> values,
            BiPredicate<Node, Object> keeps) {
        /** A column whose every value is written. */
        public Column(NodeKind kind, NodeTable nodes, String property, IntFunction<Object> values) {
            this(kind, nodes, property, values, (node, value) -> false);
        }
    }

    /** Writes all rows but those that keep their value; returns how many nodes were set. */
    public long write(Column column) {
        long written = 0;
        for (int from = 0; from < column.nodes().size(); from += BATCH) {
            int first = from;
            int last = Math.min(from + BATCH, column.nodes().size());
            written += inner.call(tx -> writeBatch(tx, column, first, last));
            progress.accept(last);
        }
        return written;
    }

    private static long writeBatch(Transaction tx, Column column, int from, int to) {
        List<Label> labels = Labels.of(column.kind().labels());
        long written = 0;
        for (int row = from; row < to; row++) {
            Node node = NodeIds.find(tx, column.nodes().nodes().nodeId(row));
            if (IdValue.matches(node, labels, column.kind().idProperty(), column.nodes().value(row))) {
                written += set(node, column, column.values().apply(row)) ? 1 : 0;
            }
        }
        return written;
    }

    /** False where the node keeps its value, or another transaction deleted it while this one waited for its lock. */
    private static boolean set(Node node, Column column, Object value) {
        try {
            boolean keeps = column.keeps().test(node, value);
            if (!keeps) {
                node.setProperty(column.property(), value);
            }
            return !keeps;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
