package org.gnnrec.projection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.LabelScan;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the nodes of one side with their ids. Refuses missing ids, an id on two nodes and, unless both sides name one
 * label, nodes with the labels of both.
 */
final class NodeReader {
    /** A node id, its id value and, while doubles are looked for, its place in a set. */
    private static final int BYTES_PER_NODE = 8 + 32 + 40;
    private static final long CLAIMED_AT_ONCE = 1 << 18;
    /** Bytes that a character of a text takes at most. */
    private static final int BYTES_PER_CHARACTER = 2;

    private final Transaction tx;
    private final Cancellation cancellation;
    private final HeapClaim heap;
    private long[] nodeIds = new long[1024];
    private Object[] values = new Object[1024];
    private long textBytes;
    private int count;
    private long withoutId;
    private long withBothLabels;

    NodeReader(Transaction tx, Cancellation cancellation, HeapClaim heap) {
        this.tx = tx;
        this.cancellation = cancellation;
        this.heap = heap;
    }

    /** The nodes of the kind that {@code included} takes. O(n log n) for n nodes of the kind. */
    NodeTable read(NodeKind kind, NodeKind otherKind, LongPredicate included) {
        List<Label> others = kind.sharesLabel(otherKind) ? List.of() : Labels.of(otherKind.labels());
        for (int n = 0; n < kind.labels().size(); n++) {
            scan(kind, n, others, included);
        }
        refuse(withBothLabels, "nodes have both labels, " + kind.name() + " and " + otherKind.name()
                + ": a node is a user or an item. Remove one of the labels, name others, or, with interactions or query, "
                + "name a label on both sides");
        refuse(withoutId, kind.name() + " nodes have no property '" + kind.idProperty()
                + "'. Set it, or name the right one by userIdProperty or itemIdProperty");
        return table(kind.name(), kind.idProperty());
    }

    /** Reads the nodes of the n-th label that have none of the labels before it. */
    private void scan(NodeKind kind, int n, List<Label> others, LongPredicate included) {
        List<Label> before = Labels.of(kind.labels().subList(0, n));
        LabelScan.forEach(tx, Label.label(kind.labels().get(n)), cancellation, node -> {
            if (included.test(NodeIds.of(node))) {
                read(node, kind.idProperty(), before, others);
            }
        });
    }

    private void read(Node node, String idProperty, List<Label> before, List<Label> others) {
        try {
            if (Labels.hasAny(node, before)) {
                return;
            }
            boolean hasBothLabels = Labels.hasAny(node, others);
            Object value = IdValue.canonical(node.getProperty(idProperty, null));
            withBothLabels += hasBothLabels ? 1 : 0;
            withoutId += value == null ? 1 : 0;
            add(NodeIds.of(node), value);
        } catch (NotFoundException e) {
            return; // another transaction deleted it meanwhile: one node less
        }
    }

    private void add(long nodeId, Object value) {
        if (count == nodeIds.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 1) + 1L);
            heap.grow((long) BYTES_PER_NODE * (capacity - count));
            nodeIds = Arrays.copyOf(nodeIds, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        nodeIds[count] = nodeId;
        values[count++] = value;
        claim(value);
    }

    private void claim(Object value) {
        textBytes += switch (value) {
            case String text -> (long) BYTES_PER_CHARACTER * text.length();
            case List<?> list -> (long) BYTES_PER_NODE * list.size();
            case null, default -> 0;
        };
        if (textBytes >= CLAIMED_AT_ONCE) {
            heap.grow(textBytes);
            textBytes = 0;
        }
    }

    private NodeTable table(String label, String idProperty) {
        sortByNodeId();
        Set<Object> distinct = HashSet.newHashSet(count);
        long doubles = 0;
        Object example = null;
        for (int i = 0; i < count; i++) {
            if (!distinct.add(values[i])) {
                doubles++;
                example = values[i];
            }
        }
        refuse(doubles,
                label + " nodes share their '" + idProperty + "' with another one, for example " + Shown.of(example)
                        + ". Make the ids unique (42 and 42.0 are one id)");
        return new NodeTable(IdMap.ofAscending(nodeIds), values);
    }

    /** A label scan nearly always ascends already; then nothing moves. */
    private void sortByNodeId() {
        long[] ids = Arrays.copyOf(nodeIds, count);
        Object[] sortedValues = Arrays.copyOf(values, count);
        if (!ascends(ids)) {
            long[] original = ids.clone();
            Arrays.sort(ids);
            for (int i = 0; i < count; i++) {
                sortedValues[Arrays.binarySearch(ids, original[i])] = values[i];
            }
        }
        nodeIds = ids;
        values = sortedValues;
    }

    private static boolean ascends(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i - 1] >= ids[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuse(long nodes, String reason) {
        if (nodes > 0) {
            throw new IllegalArgumentException(nodes + " " + reason);
        }
    }
}
