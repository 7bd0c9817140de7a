package org.gnnrec.writeback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.gnnrec.source.IdMap;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
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
        for (int from = 0; from < carriers.size(); from += BATCH) {
            List<Long> batch = carriers.subList(from, Math.min(from + BATCH, carriers.size()));
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
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            for (long seen = 1; nodes.hasNext(); seen++) {
                Node node = nodes.next();
                Object value = node.getProperty(property, null);
                if (value != null && wanted.test(value)) {
                    carriers.add(NodeIds.of(node));
                }
                if (seen % BATCH == 0) {
                    inner.cancellation().check();
                }
            }
        }
        return carriers;
    }
}
