package org.gnnrec.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.NodeKind;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.Schema.IndexState;

/** Finds nodes with any of some labels by the canonical value of their id property. */
public record NodesByValue(List<Label> labels, String idProperty) {
    /** The nodes of this kind. */
    public static NodesByValue of(NodeKind kind) {
        return new NodesByValue(Labels.of(kind.labels()), kind.idProperty());
    }

    /** True if this node carries any of the labels and this value. */
    public boolean matches(Node node, Object value) {
        return IdValue.matches(node, labels, idProperty, value);
    }

    /** True if an index answers for each of the labels. */
    public boolean hasIndex(Transaction tx) {
        return labels.stream().allMatch(label -> hasIndex(tx, label));
    }

    private boolean hasIndex(Transaction tx, Label label) {
        IndexDefinition index = RangeIndex.find(tx, label, idProperty);
        return index != null && tx.schema().getIndexState(index) == IndexState.ONLINE;
    }

    /** The error where an id must name one node of this kind but names several. */
    public static IllegalArgumentException doubled(NodeKind kind, Object value) {
        return new IllegalArgumentException("more than one " + kind.name() + " node has the " + kind.idProperty() + " "
                + Shown.of(value) + ". Make the ids unique");
    }

    /** All nodes with this value, from an index, or by a scan of the labels if there is none. */
    public Set<Node> find(Transaction tx, Object value) {
        Object stored = IdValue.storable(value);
        Set<Node> found = new LinkedHashSet<>();
        for (Label label : stored == null ? List.<Label>of() : labels) {
            try (ResourceIterator<Node> nodes = tx.findNodes(label, idProperty, stored)) {
                nodes.forEachRemaining(found::add);
            }
        }
        return found;
    }

    /** All nodes with any of these values, by one scan of the labels. O(nodes of the labels). */
    public Map<Object, Set<Node>> scan(Transaction tx, Set<Object> values, Cancellation cancellation) {
        Map<Object, Set<Node>> found = new HashMap<>();
        for (Label label : labels) {
            LabelScan.forEach(tx, label, cancellation, node -> {
                Object value = IdValue.of(node, idProperty);
                if (value != null && values.contains(value)) {
                    found.computeIfAbsent(value, any -> new HashSet<>()).add(node);
                }
            });
        }
        return found;
    }
}
