package org.gnnrec.serving;

import java.math.BigDecimal;
import java.util.Set;
import org.gnnrec.config.Shown;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodesByValue;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Finds the nodes of one side of the graph by id value: through the store's index, else through the model's table,
 * checked against the node, else by a scan. Finds the dense index of a node, also checked, because Neo4j uses node ids
 * again after a delete.
 */
final class NodeFinder {
    private final String role;
    private final NodeKind kind;
    private final NodesByValue nodes;
    private final NodeTable table;

    /** @param role 'user' or 'item', for messages */
    NodeFinder(String role, NodeKind kind, NodeTable table) {
        this.role = role;
        this.kind = kind;
        this.nodes = NodesByValue.of(kind);
        this.table = table;
    }

    /** A node as it is, or the node that has this id value. */
    Node require(Transaction tx, Object argument) {
        return switch (argument) {
            case Node node -> requireLabel(node);
            case Object id when IdValue.isPossible(id) -> requireValue(tx, id);
            case null, default -> throw GivenNode.refused(role, "a node or an id", argument);
        };
    }

    /** The dense index of this node, or -1 if the model does not know it. */
    int indexOf(Node node) {
        int index = table.nodes().indexOf(NodeIds.of(node));
        Object value = IdValue.of(node, nodes.idProperty());
        if (value == null) {
            return -1;
        }
        return index >= 0 && value.equals(table.value(index)) ? index : table.indexOfValue(value);
    }

    /** Whether a node that was given has a label of this side. Fails if the node has been deleted. */
    boolean isOfGiven(String givenAs, Node node) {
        return GivenNode.hasAny(givenAs, node, nodes.labels());
    }

    boolean hasLabel(Node node) {
        return Labels.hasAny(node, nodes.labels());
    }

    /**
     * The node of a dense index as it is now, or null if it is gone. A node with another node id, as in a copied
     * database, is found only through an index: a scan for each would stop a call.
     */
    Node node(Transaction tx, int index) {
        Node node = NodeIds.find(tx, table.nodes().nodeId(index));
        Object value = table.value(index);
        if (nodes.matches(node, value)) {
            return node;
        }
        return nodes.hasIndex(tx) ? byIndex(tx, value) : null;
    }

    private Node requireLabel(Node node) {
        if (!GivenNode.hasAny(role, node, nodes.labels())) {
            throw new IllegalArgumentException(
                    role + " must be a node labeled '" + kind.name() + "' but this node has "
                            + Shown.names(Labels.namesOf(node)));
        }
        return node;
    }

    private Node requireValue(Transaction tx, Object argument) {
        Node node = byValue(tx, IdValue.canonical(argument));
        if (node == null) {
            throw new IllegalArgumentException(
                    "there is no " + kind.name() + " node whose " + nodes.idProperty() + " is "
                            + Shown.of(argument) + otherType(tx, argument));
        }
        return node;
    }

    private Node byValue(Transaction tx, Object value) {
        if (nodes.hasIndex(tx)) {
            return byIndex(tx, value);
        }
        int known = table.indexOfValue(value);
        Node node = known < 0 ? null : NodeIds.find(tx, table.nodes().nodeId(known));
        return nodes.matches(node, value) ? node : byIndex(tx, value);
    }

    /** Looks the node up in an index, or scans the labels if there is none. */
    private Node byIndex(Transaction tx, Object value) {
        Set<Node> found = nodes.find(tx, value);
        if (found.size() > 1) {
            throw NodesByValue.doubled(kind, value);
        }
        return found.isEmpty() ? null : found.iterator().next();
    }

    /** The most common mistake is '42' where the ids are numbers, or the other way round. */
    private String otherType(Transaction tx, Object argument) {
        Object other = argument instanceof String text ? number(text) : String.valueOf(IdValue.canonical(argument));
        boolean exists = other != null && byValue(tx, other) != null;
        return exists
                ? ", but there is one whose " + nodes.idProperty() + " is " + Shown.of(other)
                        + ": the types of ids must agree"
                : "";
    }

    /** The number that a text shows, or null. Long numbers are exact, while a double would round them. */
    private static Object number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.compareTo(BigDecimal.valueOf(number.longValue())) == 0
                    ? (Object) number.longValue()
                    : (Object) number.doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
