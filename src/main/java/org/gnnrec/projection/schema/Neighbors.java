package org.gnnrec.projection.schema;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;

/** The first relationships of a node: so few that a hub costs no more than any other. */
final class Neighbors {
    private Neighbors() {}

    /** At most {@code limit} of the node's relationships of this type and direction. */
    static List<Relationship> first(Node node, RelationshipType type, Direction direction, int limit) {
        List<Relationship> first = new ArrayList<>();
        try (ResourceIterator<Relationship> all = node.getRelationships(direction, type).iterator()) {
            while (first.size() < limit && all.hasNext()) {
                first.add(all.next());
            }
        }
        return first;
    }
}
