package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.interactions;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.source.Decay;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.DeletedMeanwhile;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

class UserRowsTest {
    private static final Label ITEM = Label.label("Item");
    private static final List<String> TYPES = List.of("LIKES", "SEEN");
    private static final Weighting WEIGHTS = new Weighting(Map.of("LIKES", 5.0, "SEEN", -1.0), "count", "at", 10);
    private static final double DAY = 86_400;

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aRowHoldsTheKnownItemsOfTheNamedTypesInBothDirectionsOnce() {
        create(4);
        UserRows rows = rows(TYPES, Weighting.NONE, false);
        NEO4J.run("CREATE (:Item {id: 4})");
        NEO4J.run("MATCH (a:Item {id: 0}), (b:Item {id: 1}), (c:Item {id: 2}), (n:Item {id: 4}) "
                + "CREATE (u:User), (u)-[:LIKES]->(c), (u)-[:LIKES]->(a), (a)-[:SEEN]->(u), (u)-[:OTHER]->(b), "
                + "(u)-[:LIKES]->(n), (u)-[:LIKES]->(u), (u)-[:LIKES]->(:Genre {id: 2})");
        UserRow row = row(rows);
        assertThat(row.items().neighbors()).containsExactly(0, 2);
        assertThat(row.contains(2)).isTrue();
        assertThat(row.contains(1)).isFalse();
    }

    @Test
    void twoNodesWithTheIdOfOneItemAreOneItem() {
        create(2);
        UserRows rows = rows(TYPES, Weighting.NONE, false);
        NEO4J.run("MATCH (i:Item {id: 1}) CREATE (u:User), (u)-[:LIKES]->(i), (u)-[:LIKES]->(:Item {id: 1.0})");
        assertThat(row(rows).items().neighbors()).containsExactly(1);
    }

    @Test
    void changesOfTheOpenTransactionAreSeen() {
        create(1);
        UserRows rows = rows(TYPES, Weighting.NONE, false);
        NEO4J.in(tx -> {
            Node user = tx.createNode(Label.label("User"));
            assertThat(rows.read(tx, user, -1).isEmpty()).isTrue();
            user.createRelationshipTo(tx.findNode(ITEM, "id", 0L), RelationshipType.withName("LIKES"));
            assertThat(rows.read(tx, user, -1).items().neighbors()).containsExactly(0);
            return null;
        });
    }

    @Test
    void interactionsWeighAsInTrainingAndDislikesAreKeptApart() {
        create(4);
        UserRows rows = rows(TYPES, WEIGHTS, true);
        NEO4J.run("MATCH (a:Item {id: 0}), (b:Item {id: 1}), (c:Item {id: 2}), (d:Item {id: 3}) "
                + "CREATE (u:User), (u)-[:LIKES {count: 2, at: 100 * 86400}]->(a), (u)-[:LIKES {at: 90 * 86400}]->(a), "
                + "(u)-[:SEEN {count: 7}]->(a), (u)-[:LIKES]->(b), (u)-[:LIKES {at: 110 * 86400}]->(c), "
                + "(u)-[:LIKES {count: 0}]->(d)");
        UserRow row = row(rows);
        assertThat(row.items().neighbors()).containsExactly(0, 1, 2);
        assertThat(row.items().weights()).containsExactly(10 + 2.5f, 1.25f, 10);
        assertThat(row.dislikes().neighbors()).containsExactly(0, 3);
        assertThat(row.size()).isEqualTo(4);
        assertThat(row.contains(3)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            count: 'many'    | 'count' must be a number but was 'many'
            count: 0.0 / 0.0 | 'count' must be a number in [-1e9, 1e9]
            count: -1e10     | but was -1.0E10
            at: 'then'       | 'at' must be a time (a temporal value, epoch seconds or milliseconds) but was 'then'
            at: 1.0 / 0.0    | 'at' must be a time from the year 940 to the year 3000
            """)
    void aBadNumberIsAnErrorOfTheUserWhoHasIt(String property, String message) {
        create(3);
        UserRows rows = rows(TYPES, WEIGHTS, true);
        NEO4J.run("MATCH (a:Item {id: 0}), (b:Item {id: 1}) CREATE (u:User {id: '7'}), (u)-[:LIKES {" + property
                + "}]->(a), (u)-[:OTHER {" + property + "}]->(b), (:User {id: '8'})-[:LIKES]->(a), "
                + "(u)-[:LIKES {" + property + "}]->(:Item {id: 99})");
        String id = (String) NEO4J.value("MATCH ({id: '7'})-[r:LIKES]->({id: 0}) RETURN elementId(r)");
        NEO4J.in(tx -> {
            Node bad = tx.findNode(Label.label("User"), "id", "7");
            assertThatThrownBy(() -> rows.read(tx, bad, -1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("relationship " + id + " (LIKES) of user '7': '")
                    .hasMessageContaining(message).hasMessageContaining("Correct it, remove it, or");
            assertThat(rows.read(tx, tx.findNode(Label.label("User"), "id", "8"), -1).size()).isEqualTo(1);
            return null;
        });
    }

    @Test
    void aUserWhoIsGoneHasNoItems() {
        create(2);
        UserRows rows = rows(TYPES, Weighting.NONE, false);
        NEO4J.run("MATCH (i:Item {id: 1}) CREATE (:User {id: 'u'})-[:LIKES]->(i)");
        NEO4J.in(tx -> {
            Node gone = DeletedMeanwhile.node(NEO4J, tx, "User", "u");
            assertThat(rows.read(tx, gone, -1).isEmpty()).isTrue();
            return null;
        });
    }

    @Test
    void aRelationshipThatOthersDeleteWhileItIsReadIsNone() {
        create(3);
        UserRows rows = rows(TYPES, WEIGHTS, true);
        NEO4J.run("MATCH (i:Item) WHERE i.id < 2 MERGE (u:One {id: 'u'}) CREATE (u)-[:LIKES {count: 1}]->(i)");
        NEO4J.in(tx -> {
            Node user = tx.findNode(Label.label("One"), "id", "u");
            Node deleting = NodeWithDeleted.of(user,
                    () -> DeletedMeanwhile.commit(NEO4J, "MATCH (:One)-[r]->({id: 0}) DELETE r"));
            assertThat(rows.read(tx, deleting, -1).items().neighbors()).containsExactly(1);
            return null;
        });
    }

    @Test
    void withoutTypesAUserHasWhatTheyHadAtTraining() {
        create(4);
        UserRows rows = rows(List.of(), Weighting.NONE, false);
        NEO4J.run("MATCH (a:Item {id: 0}) CREATE (:User)-[:LIKES]->(a)");
        NEO4J.in(tx -> {
            Node user = tx.findNodes(Label.label("User")).next();
            assertThat(rows.read(tx, user, 0).items().neighbors()).containsExactly(1, 2);
            assertThat(rows.read(tx, user, 0).dislikes().neighbors()).containsExactly(3);
            assertThat(rows.read(tx, user, -1).size()).isZero();
            return null;
        });
    }

    private static void create(int items) {
        NEO4J.create("Item", LongStream.range(0, items).boxed().toArray());
    }

    /** A model of user 'u0', who has the items 1 and 2 and dislikes 3, and of the items there are. */
    private static UserRows rows(List<String> types, Weighting weighting, boolean weighted) {
        NodeTable items = NEO4J.in(UserRowsTest::items);
        CsrGraph rows = items.size() > 2 ? Graphs.parse(1, items.size(), "0:1,2") : Graphs.parse(1, items.size(), "");
        CsrGraph dislikes = items.size() > 3
                ? Graphs.parse(1, items.size(), "0:3")
                : new CsrBuilder(1, items.size()).build();
        Decay decay = weighting.decays() ? new Decay(10, 100 * DAY, 80 * DAY) : Decay.NONE;
        ModelInfo info = ServedModels.info("default", 1, "uid",
                interactions(kind("User"), kind("Item"), types, weighting, decay), "gnnrec_default");
        ServedModel model = ServedModels.with(weighted ? Graphs.weighted(rows, 1) : rows, dislikes,
                ServedModels.random(info, ServedModels.table(1000, 1, index -> "u" + index), items, rows, 2, 1));
        return new UserRows(TrainedGraph.of(model), new NodeFinder("user", kind("User"), model.users()),
                new NodeFinder("item", kind("Item"), items));
    }

    private static NodeTable items(Transaction tx) {
        List<Node> nodes = tx.findNodes(ITEM).stream()
                .sorted((a, b) -> Long.compare(NodeIds.of(a), NodeIds.of(b))).toList();
        Function<Node, Object> id = node -> IdValue.of(node, "id");
        return new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()),
                nodes.stream().map(id).toArray());
    }

    private static UserRow row(UserRows rows) {
        return NEO4J.in(tx -> rows.read(tx, tx.findNodes(Label.label("User")).next(), -1));
    }
}
