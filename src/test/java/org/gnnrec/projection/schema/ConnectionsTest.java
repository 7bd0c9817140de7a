package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

class ConnectionsTest {
    private static final List<String> LABELS = List.of("A", "B", "C", "D");
    private static final List<String> TYPES = List.of("R", "S", "T");
    private static final long ALL = 1_000_000;
    private static final String NAIVE = """
            MATCH (a)-[r]->(b) UNWIND labels(a) AS start UNWIND labels(b) AS end
            WITH start, end, type(r) AS type, count(r) AS count
            RETURN collect([type, start, end, count]) AS counts""";

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
    void countsAsCypherDoesOnNodesOfSeveralLabels(long seed) {
        NEO4J.in(tx -> randomGraph(tx, new SplittableRandom(seed)));
        assertThat(counts(find(ALL))).isEqualTo(naive());
        assertThat(find(ALL)).allMatch(Connection::isExact);
    }

    @Test
    void whereTheCountStoreIsEnoughNothingIsEstimated() {
        NEO4J.run("UNWIND range(0, 9) AS n CREATE (:A:B)-[:R]->(:C:D), (:A)-[:R]->(:C)");
        assertThat(counts(find(0))).isEqualTo(naive());
        assertThat(find(0)).filteredOn(connection -> !connection.isExact()).extracting(Connection::start,
                Connection::end).containsExactly(tuple("B", "D"));
    }

    @Test
    void anEstimateComesNearTheCount() {
        NEO4J.run("UNWIND range(1, 1000) AS n CREATE (a:A), (b:A:B) FOREACH (i IN range(0, n % 30) | "
                + "CREATE (a)-[:R]->(:C), (b)-[:R]->(:D)) FOREACH (i IN range(0, n % 10) | CREATE (a)-[:R]->(:D))");
        Map<List<String>, Long> naive = naive();
        List<Connection> found = find(0);
        assertThat(found).filteredOn(connection -> !connection.isExact()).isNotEmpty();
        for (Connection connection : found) {
            long count = naive.get(key(connection));
            assertThat((double) connection.count()).as(connection.toString()).isCloseTo((double) count,
                    within(0.05 * count));
        }
    }

    private static List<Connection> find(long readAll) {
        return NEO4J.in(tx -> {
            StoreCounts counts = new StoreCounts(tx);
            NodeSamples samples = new NodeSamples(tx, counts, () -> {});
            return new Connections(tx, counts, samples, readAll, () -> {}).find();
        });
    }

    private static Map<List<String>, Long> counts(List<Connection> connections) {
        Map<List<String>, Long> counts = new HashMap<>();
        connections.forEach(connection -> counts.put(key(connection), connection.count()));
        return counts;
    }

    private static List<String> key(Connection connection) {
        return List.of(connection.type(), connection.start(), connection.end());
    }

    private static Map<List<String>, Long> naive() {
        Map<List<String>, Long> counts = new HashMap<>();
        for (Object row : (List<?>) NEO4J.value(NAIVE)) {
            List<?> values = (List<?>) row;
            counts.put(List.of((String) values.get(0), (String) values.get(1), (String) values.get(2)),
                    (Long) values.get(3));
        }
        return counts;
    }

    private static Object randomGraph(Transaction tx, SplittableRandom random) {
        Node[] nodes = new Node[30];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = tx.createNode();
            for (String label : LABELS) {
                if (random.nextInt(3) == 0) {
                    nodes[i].addLabel(Label.label(label));
                }
            }
        }
        for (int i = 0; i < 60; i++) {
            nodes[random.nextInt(nodes.length)].createRelationshipTo(nodes[random.nextInt(nodes.length)],
                    RelationshipType.withName(TYPES.get(random.nextInt(TYPES.size()))));
        }
        return null;
    }
}
