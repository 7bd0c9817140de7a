package org.gnnrec.store;

import java.util.List;
import java.util.stream.StreamSupport;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** Several labels, of which a node may have any. */
public final class Labels {
    private Labels() {}

    public static List<Label> of(List<String> names) {
        return names.stream().map(Label::label).toList();
    }

    /** The names of all labels of a node. */
    public static List<String> namesOf(Node node) {
        return StreamSupport.stream(node.getLabels().spliterator(), false).map(Label::name).toList();
    }

    /** True if the node carries at least one of them. */
    public static boolean hasAny(Node node, List<Label> labels) {
        return labels.stream().anyMatch(node::hasLabel);
    }
}
