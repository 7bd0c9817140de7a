package org.gnnrec.projection.schema;

import java.util.List;
import java.util.stream.LongStream;

import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * Reads the degrees of one side of a pair, of at most {@value #NODES} nodes. If a type leads to other labels too, the
 * first {@value #PER_NODE} relationships of a node tell which share of them counts.
 */
final class DegreeReader {
    private static final int PER_NODE = 50;
    private static final int NODES = 2000;

    private final String label;
    private final Label other;
    private final List<Connection> connections;
    private boolean isSampled;

    private DegreeReader(String label, String other, List<Connection> connections) {
        this.label = label;
        this.other = Label.label(other);
        this.connections = connections;
    }

    /** The degrees of the sampled nodes along these connections to the other label. */
    static Degrees read(NodeSample nodes, String other, List<Connection> connections) {
        DegreeReader reader = new DegreeReader(nodes.label(), other, connections);
        NodeSample sample = nodes.part(NODES);
        LongStream.Builder degrees = LongStream.builder();
        sample.forEach(node -> degrees.add(reader.degree(node)));
        return Degrees.of(degrees.build().toArray(), reader.isSampled || !sample.isWhole());
    }

    private long degree(Node node) {
        return connections.stream().mapToLong(connection -> degree(node, connection)).sum();
    }

    private long degree(Node node, Connection connection) {
        Direction direction = connection.from(label);
        int all = node.getDegree(connection.relationshipType(), direction);
        if (all == 0 || connection.isAllOf(label)) {
            return all;
        }
        List<Relationship> few = Neighbors.first(node, connection.relationshipType(), direction, PER_NODE);
        isSampled |= few.size() < all;
        long between = few.stream().filter(relationship -> relationship.getOtherNode(node).hasLabel(other)).count();
        return few.isEmpty() ? 0 : Math.round((double) all * between / few.size());
    }
}
