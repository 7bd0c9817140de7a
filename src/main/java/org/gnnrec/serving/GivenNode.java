package org.gnnrec.serving;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Shown;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** What a caller gives where a node is wanted: it may be anything that Cypher has, or a node that is gone. */
final class GivenNode {
    private GivenNode() {}

    /** True if the node has any of these labels. Fails if it has been deleted, also by this transaction. */
    static boolean hasAny(String role, Node node, List<Label> labels) {
        try {
            return labels.stream().anyMatch(node::hasLabel);
        } catch (NotFoundException e) {
            throw new IllegalArgumentException(
                    role + " is a node that has been deleted. Give one that is still there, or call before the delete");
        }
    }

    /** The error for what is no node. */
    static IllegalArgumentException refused(String role, String wanted, Object given) {
        return new IllegalArgumentException(role + " must be " + wanted + " but was " + shown(given));
    }

    private static String shown(Object given) {
        return switch (given) {
            case Map<?, ?> map -> "the map " + Shown.of(map);
            case Relationship relationship -> "a relationship. Give one of its two nodes";
            case Path path -> "a path. Give one of its nodes";
            case null, default -> Shown.of(given);
        };
    }
}
