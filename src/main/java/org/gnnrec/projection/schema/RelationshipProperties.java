package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** The properties of the relationships between two labels, by what they could mean, as far as a sample shows. */
final class RelationshipProperties {
    private static final int PER_NODE = 3;
    private static final int ENOUGH = 3000;

    private final Map<String, PropertyKind> kinds = new TreeMap<>();

    private RelationshipProperties() {}

    /** Reads the first few relationships of each sampled user until {@value #ENOUGH} of each connection are read. */
    static RelationshipProperties of(LabelPair pair, NodeSample users) {
        RelationshipProperties properties = new RelationshipProperties();
        Map<Connection, Integer> read = new HashMap<>();
        users.forEach(user -> pair.connections().stream()
                .filter(connection -> read.getOrDefault(connection, 0) < ENOUGH)
                .forEach(connection -> read.merge(connection, properties.read(user, connection, pair), Integer::sum)));
        return properties;
    }

    private int read(Node user, Connection connection, LabelPair pair) {
        Label item = Label.label(pair.item());
        List<Relationship> few = Neighbors.first(user, connection.relationshipType(), connection.from(pair.user()),
                PER_NODE);
        for (Relationship relationship : few) {
            if (connection.isAllOf(pair.user()) || relationship.getOtherNode(user).hasLabel(item)) {
                relationship.getAllProperties()
                        .forEach((name, value) -> kinds.merge(name, PropertyKind.of(value), PropertyKind::and));
            }
        }
        return few.size();
    }

    /** Numbers that are neither times nor, by their name, ids. */
    List<String> weights() {
        return names(PropertyKind.NUMBER).stream().filter(name -> !IdNames.isId(name)).toList();
    }

    /** Dates, times with a date, and seconds or milliseconds since 1970. */
    List<String> timestamps() {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name) == PropertyKind.MOMENT
                        || (kinds.get(name) == PropertyKind.EPOCH && !IdNames.isId(name)))
                .toList();
    }

    private List<String> names(PropertyKind kind) {
        return kinds.keySet().stream().filter(name -> kinds.get(name) == kind).toList();
    }
}
