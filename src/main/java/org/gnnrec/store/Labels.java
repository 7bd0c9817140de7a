package org.gnnrec.store;

import java.util.List;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** Several labels, of which a node may have any. */
public final class Labels {
    private Labels() {}

    public static List<Label> of(List<String> names) {
        return names.stream().map(Label::label).toList();
    }

    /** True if the node carries at least one of them. */
    public static boolean hasAny(Node node, List<Label> labels) {
        return labels.stream().anyMatch(node::hasLabel);
    }
}
