package org.gnnrec.serving;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * What a user has interacted with, as the caller's transaction sees it: dense item indices that the model knows,
 * ascending and without doubles. Items created since training are not among them.
 */
record UserRow(int[] items) {

    static UserRow read(Node user, NodeFinder items, RelationshipType[] types) {
        Set<Node> neighbors = new HashSet<>();
        for (Relationship relationship : user.getRelationships(types)) {
            neighbors.add(relationship.getOtherNode(user));
        }
        int[] known = neighbors.stream().filter(items::hasLabel).mapToInt(items::indexOf).filter(item -> item >= 0)
                .sorted().distinct().toArray();
        return new UserRow(known);
    }

    boolean contains(int item) {
        return Arrays.binarySearch(items, item) >= 0;
    }

    boolean isEmpty() {
        return items.length == 0;
    }
}
