package org.gnnrec.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.LabelScan;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** Finds and removes properties that gnnrec wrote to nodes. */
public final class PropertyCopies {
    private static final int BATCH = 10_000;

    private final InnerTransactions inner;
    private final Predicate<Object> written;

    private PropertyCopies(InnerTransactions inner, Predicate<Object> written) {
        this.inner = inner;
        this.written = written;
    }

    /** Properties that hold embeddings. Values of another type are a user's own and stay. */
    public static PropertyCopies ofEmbeddings(InnerTransactions inner) {
        return new PropertyCopies(inner, value -> value instanceof float[] || value instanceof double[]);
    }

    /** Properties that hold communities. Values of another type are a user's own and stay. */
    public static PropertyCopies ofCommunities(InnerTransactions inner) {
        return new PropertyCopies(inner, Long.class::isInstance);
    }

    /**
     * Refuses a property that nodes of these labels already have, because nothing of another origin is ever
     * overwritten. O(1) if the database does not know the property, else a scan of the labels.
     */
    public void requireUnused(String property, List<String> labels) {
        inner.run(tx -> {
            boolean known = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false)
                    .anyMatch(property::equals);
            long nodes = !known
                    ? 0
                    : labels.stream().mapToLong(label -> carriers(tx, label, property, value -> true).size()).sum();
            if (nodes > 0) {
                throw new IllegalArgumentException(nodes + " nodes labeled " + String.join(" or ", labels)
                        + " already have a property '" + property
                        + "' that gnnrec did not write, and it never overwrites "
                        + "such a property. Name another by writeProperty, or remove it");
            }
        });
    }

    /** Removes the property from all nodes of this label, in several transactions. */
    public void remove(String property, String label) {
        removeExcept(IdMap.ofAscending(new long[0]), property, label);
    }

    /** Removes the property from all other nodes of this label, to which an older version wrote it. */
    public void removeExcept(IdMap kept, String property, String label) {
        List<Long> carriers = inner.call(tx -> carriers(tx, label, property, written));
        carriers.removeIf(nodeId -> kept.indexOf(nodeId) >= 0);
        removeFromAll(carriers, property);
    }

    /**
     * Removes the property from the nodes of this table that carry none of these labels any more. A node with another id
     * value is another node: Neo4j uses node ids again after a delete. O(nodes of the table).
     */
    public void removeFromRelabeled(NodeTable nodes, String idProperty, String property, List<String> labels) {
        removeFromAll(inner.call(tx -> relabeled(tx, nodes, idProperty, property, Labels.of(labels))), property);
    }

    private List<Long> relabeled(Transaction tx, NodeTable nodes, String idProperty, String property,
            List<Label> labels) {
        List<Long> relabeled = new ArrayList<>();
        for (int row = 0; row < nodes.size(); row++) {
            Node node = NodeIds.find(tx, nodes.nodes().nodeId(row));
            boolean isTheSame = node != null && nodes.value(row).equals(IdValue.of(node, idProperty));
            if (isTheSame && !Labels.hasAny(node, labels) && written.test(NodeProperties.value(node, property))) {
                relabeled.add(nodes.nodes().nodeId(row));
            }
            if (row % BATCH == 0) {
                inner.cancellation().check();
            }
        }
        return relabeled;
    }

    private void removeFromAll(List<Long> nodeIds, String property) {
        for (int from = 0; from < nodeIds.size(); from += BATCH) {
            List<Long> batch = nodeIds.subList(from, Math.min(from + BATCH, nodeIds.size()));
            inner.run(tx -> batch.forEach(nodeId -> removeFrom(NodeIds.find(tx, nodeId), property)));
        }
    }

    private static void removeFrom(Node node, String property) {
        try {
            if (node != null) {
                node.removeProperty(property);
            }
        } catch (NotFoundException e) {
            return; // another transaction deleted the node while this one waited for its lock
        }
    }

    private List<Long> carriers(Transaction tx, String label, String property, Predicate<Object> wanted) {
        List<Long> carriers = new ArrayList<>();
        LabelScan.forEach(tx, Label.label(label), inner.cancellation(), node -> {
            Object value = NodeProperties.value(node, property);
            if (value != null && wanted.test(value)) {
                carriers.add(NodeIds.of(node));
            }
        });
        return carriers;
    }
}
