package org.gnnrec.projection.schema;

import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.RelationshipType;

/**
 * The relationships of one type that lead from one label to another. {@code starting} and {@code ending} count the
 * relationships of the type that leave the start label and reach the end label, wherever their other end is.
 */
record Connection(String type, String start, String end, long count, boolean isExact, long starting, long ending) {

    RelationshipType relationshipType() {
        return RelationshipType.withName(type);
    }

    /** The direction of these relationships at a node of this label. */
    Direction from(String label) {
        return label.equals(start) ? Direction.OUTGOING : Direction.INCOMING;
    }

    /** True if the type leads nodes of this label, that way, to no other label. A degree then counts these alone. */
    boolean isAllOf(String label) {
        return isExact && count == (label.equals(start) ? starting : ending);
    }
}
