package org.gnnrec.projection.schema;

import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;

/** The relationships of a connection, walked from one end to the other. */
record Step(Connection connection, boolean isForward) {

    /** From this label, along the direction if both ends have it. */
    static Step leaving(String label, Connection connection) {
        return new Step(connection, label.equals(connection.start()));
    }

    String from() {
        return isForward ? connection.start() : connection.end();
    }

    String to() {
        return isForward ? connection.end() : connection.start();
    }

    Label endLabel() {
        return Label.label(to());
    }

    Step reversed() {
        return new Step(connection, !isForward);
    }

    RelationshipType type() {
        return RelationshipType.withName(connection.type());
    }

    /** The direction of these relationships at a node where the walk begins. */
    Direction direction() {
        return isForward ? Direction.OUTGOING : Direction.INCOMING;
    }

    /** True if the type leads, this way, from the first label to no other. A degree then counts these alone. */
    boolean isWholeType() {
        return connection.isExact()
                && connection.count() == (isForward ? connection.starting() : connection.ending());
    }

    /** The step as Cypher writes it between two nodes; the variable may be empty. */
    String arrow(String variable) {
        String relationship = "-[" + variable + ":" + CypherName.of(connection.type()) + "]-";
        return isForward ? relationship + ">" : "<" + relationship;
    }
}
