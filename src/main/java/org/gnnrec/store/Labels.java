package org.gnnrec.store;

import java.util.List;
import java.util.stream.StreamSupport;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;

/** Several labels, of which a node may have any. */
public final class Labels {
    private Labels() {}

    public static List<Label> of(List<String> names) {
        return names.stream().map(Label::label).toList();
    }

    /** The names of all labels of a node; none of a node that is gone. */
    public static List<String> namesOf(Node node) {
        try {
            return StreamSupport.stream(node.getLabels().spliterator(), false).map(Label::name).toList();
        } catch (NotFoundException e) {
            return List.of(); // another transaction deleted it meanwhile
        }
    }

    /** True if the node carries at least one of them. A node that is gone carries none. */
    public static boolean hasAny(Node node, List<Label> labels) {
        try {
            return labels.stream().anyMatch(node::hasLabel);
        } catch (NotFoundException e) {
            return false; // another transaction deleted it meanwhile
        }
    }
}
