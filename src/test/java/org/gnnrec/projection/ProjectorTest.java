package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.BoundedClaim;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectorTest {
    private static final ProjectionConfig DEFAULTS = config(List.of(), List.of(), List.of());

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void bothDirectionsAndDoublesAreOneInteraction() {
        NEO4J.run("CREATE (a:User {id: 'a'}), (b:User {id: 'b'}), (x:Item {id: 'x'}), (y:Item {id: 'y'}), "
                + "(a)-[:LIKES]->(x), (a)-[:LIKES]->(x), (x)-[:LIKED_BY]->(a), (y)-[:LIKED_BY]->(b)");
        Projection projection = load(DEFAULTS);
        assertThat(projection.relationshipCount()).isEqualTo(4);
        assertThat(projection.relationshipTypes()).containsExactly("LIKED_BY", "LIKES");
        assertThat(projection.interactions().edgeCount()).isEqualTo(2);
        assertThat(contains(projection, "a", "x")).isTrue();
        assertThat(contains(projection, "b", "y")).isTrue();
    }

    @Test
    void usersAndItemsWithoutInteractionsAreKeptAndOtherNodesAreNot() {
        NEO4J.run(
                "CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1}), (:User {id: 2}), (:Item {id: 3}), (:Genre {id: 4})");
        Projection projection = load(DEFAULTS);
        assertThat(projection.users().size()).isEqualTo(2);
        assertThat(projection.items().size()).isEqualTo(2);
        assertThat(projection.interactions().sameEdges(Graphs.parse(2, 2,
                index(projection.users(), 1L) + ":" + index(projection.items(), 1L)))).isTrue();
        assertThat(projection.validation()).isNull();
    }

    @Test
    void typesAreChosenByTheirEndsExceptThoseOfGnnrec() {
        NEO4J.run("CREATE (u:User {id: 1})-[:LIKES]->(i:Item {id: 1}), (u)-[:KNOWS]->(:User {id: 2}), "
                + "(u)-[:RECOMMENDED]->(i), (u)-[:_PART]->(i), (i)-[:IN]->(:Genre)");
        assertThat(load(DEFAULTS).relationshipTypes()).containsExactly("LIKES");
        assertThat(load(config(List.of("RECOMMENDED"), List.of(), List.of())).relationshipTypes())
                .containsExactly("RECOMMENDED");
    }

    @Test
    void writtenRecommendationsOfAnyNameAreTakenOnlyIfNamed() {
        NEO4J.run("CREATE (u:User {id: 1})-[:LIKES]->(i:Item {id: 1}), "
                + "(u)-[:FOR_YOU {score: 0.5, rank: 1, modelVersion: 1}]->(i)");
        assertThat(load(DEFAULTS).relationshipTypes()).containsExactly("LIKES");
        assertThat(load(config(List.of("FOR_YOU"), List.of(), List.of())).relationshipTypes())
                .containsExactly("FOR_YOU");
    }

    @Test
    void validationAndTestAreKeptApart() {
        NEO4J.run("CREATE (u:User {id: 1})-[:LIKES]->(:Item {id: 1}), (u)-[:VALID]->(:Item {id: 2}), "
                + "(u)-[:TEST]->(:Item {id: 3})");
        Projection projection = load(config(List.of(), List.of("VALID"), List.of("TEST")));
        assertThat(projection.relationshipTypes()).containsExactly("LIKES");
        assertThat(projection.relationshipCount()).isEqualTo(1);
        assertThat(projection.interactions().edgeCount()).isEqualTo(1);
        assertThat(projection.validation().edgeCount()).isEqualTo(1);
        assertThat(projection.validation().contains(0, index(projection.items(), 2L))).isTrue();
    }

    @Test
    void aMissingLabelListsWhatThereIs() {
        NEO4J.run("CREATE (:Person {id: 1})-[:SAW]->(:Movie {id: 1}), (:_GnnRecModel)-[:_PART]->(:_GnnRecPart)");
        assertRefused(DEFAULTS, "userLabel: there is no node labeled 'User'. Labels in this database: [Movie, Person]; "
                + "relationship types: [SAW].");
        NEO4J.run("CREATE (:User {id: 1})");
        assertRefused(DEFAULTS, "itemLabel: there is no node labeled 'Item'");
    }

    @Test
    void aLabelThatAnIndexAloneNamesIsMissing() {
        NEO4J.run("CREATE INDEX FOR (u:User) ON (u.id)");
        NEO4J.run("CREATE (:Person {id: 1})-[:SAW]->(:Item {id: 1})");
        assertRefused(DEFAULTS, "userLabel: there is no node labeled 'User'. Labels in this database: [Item, Person]");
    }

    @Test
    void withoutRelationshipsBetweenTheLabelsThereIsNothingToTrainOn() {
        NEO4J.run("CREATE (:User {id: 1})-[:KNOWS]->(:User {id: 2}), (:Item {id: 1})");
        assertRefused(DEFAULTS, "there are no relationships between User and Item nodes. ");
        assertRefused(config(List.of("KNOWS"), List.of(), List.of()), "nodes of the types [KNOWS]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {LIKES: 0}  | none | all 2 relationships between User and Item nodes are dislikes, because they weigh zero or less
            {LIKES: -1} | none | are dislikes
            {}          | w    | are dislikes
            {LIKES: 3}  | w    | are dislikes
            """)
    void whereAllInteractionsAreDislikesTheErrorSaysSo(String typeWeights, String property, String message) {
        NEO4J.run("CREATE (u:User {id: 1}), (u)-[:LIKES {w: 0, at: 0}]->(:Item {id: 1}), "
                + "(u)-[:LIKES {w: -2.5, at: 0}]->(:Item {id: 2}), (u)-[:TRIED {w: 1, at: 0}]->(:Item {id: 3})");
        Map<String, Double> weights = Pattern.compile("(\\w+): ([-\\d]+)").matcher(typeWeights).results()
                .collect(Collectors.toMap(match -> match.group(1), match -> Double.valueOf(match.group(2))));
        for (double halfLife : new double[]{ Double.POSITIVE_INFINITY, 10 }) {
            Weighting weighting = new Weighting(weights, property.equals("none") ? null : property,
                    halfLife == 10 ? "at" : null, halfLife);
            assertRefused(config(List.of(), List.of("TRIED"), List.of(), weighting), message);
            assertRefused(config(List.of("TRIED"), List.of("LIKES"), List.of(), weighting),
                    "all 2 relationships between User and Item nodes of the types [LIKES] are dislikes");
        }
    }

    @Test
    void aPropertyThatNoRelationshipHasIsNamedAndNeverSuggestedForItself() {
        NEO4J.run("CREATE (:User {id: 1, weight: 1})-[:LIKES {weigth: 2, at: 0}]->(:Item {id: 1})");
        assertRefused(
                config(List.of(), List.of(), List.of(),
                        new Weighting(Map.of(), "weight", null, Double.POSITIVE_INFINITY)),
                "relationshipWeightProperty: no relationship of training has a property 'weight' (did you mean 'weigth'?)");
        assertRefused(config(List.of(), List.of(), List.of(), new Weighting(Map.of(), null, "att", 10)),
                "timestampProperty: no relationship of training has a property 'att' (did you mean 'at'?). Name the one that holds the time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {w: 'x'}              | 'w' must be a number but was 'x'
            {w: 0.0 / 0.0}        | 'w' must be a number in [-1e9, 1e9], and at least 1e-9 where it is above zero, but was NaN
            {w: 1e10}             | 'w' must be a number in [-1e9, 1e9]
            {w: [1, 2]}           | 'w' must be a number but was [1, 2]
            {at: 'then'}          | 'at' must be a time (a temporal value, epoch seconds or milliseconds) but was 'then'
            {at: 0.0 / 0.0}       | 'at' must be a time from the year 940 to the year 3000 (epoch seconds or milliseconds) but was NaN
            {at: date('0900-01-01')} | 'at' must be a time from the year 940 to the year 3000
            """)
    void aBadNumberNamesTheUserTheRelationshipAndTheWayOut(String properties, String message) {
        NEO4J.run("CREATE (:User {id: '7'})-[:LIKES " + properties + "]->(:Item {id: 1})");
        String id = (String) NEO4J.value("MATCH ()-[r:LIKES]->() RETURN elementId(r)");
        assertRefused(config(List.of(), List.of(), List.of(), new Weighting(Map.of(), "w", "at", 10)),
                "relationship " + id + " (LIKES) of user '7': " + message);
        assertThatThrownBy(() -> load(config(List.of(), List.of(), List.of(), new Weighting(Map.of(), "w", "at", 10))))
                .hasMessageEndingWith(". Correct it, remove it, or train on a query that returns what is right");
    }

    @Test
    void anUnknownTypeListsWhatThereIs() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1})");
        for (ProjectionConfig config : List.of(config(List.of("LIKE"), List.of(), List.of()),
                config(List.of(), List.of("LIKE"), List.of()), config(List.of(), List.of(), List.of("LIKE")))) {
            assertRefused(config, "there is no relationship of type 'LIKE'. Labels in this database: [Item, User]; "
                    + "relationship types: [LIKES]");
        }
    }

    @Test
    void missingIdsAreCounted() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1}), (:User {name: 'x'}), (:User)");
        assertRefused(DEFAULTS, "2 User nodes have no property 'id'");
    }

    @Test
    void idsOnTwoNodesAreCountedWhateverTheirType() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 42}), (:Item {id: 42.0}), (:Item {id: '42'}), "
                + "(:Item {id: 7}), (:Item {id: 7})");
        assertRefused(DEFAULTS, "2 Item nodes share their 'id' with another one");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'42'", "42", "['42', 'b']", "[1, 2]", "[1.5, 2.5]", "[true]" })
    void anIdOnTwoNodesIsShownAsWhatItIs(String id) {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: " + id + "}), (:Item {id: " + id + "})");
        assertRefused(DEFAULTS, "1 Item nodes share their 'id' with another one, for example " + id + ". Make");
    }

    @Test
    void nodesOfBothLabelsAreCounted() {
        NEO4J.run("CREATE (:User {id: 1})-[:LIKES]->(:Item {id: 1}), (:User:Item {id: 2})");
        assertRefused(DEFAULTS, "1 nodes have both labels, User and Item");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'ü'", "0.5", "1e300", "true", "date('2026-02-28')", "localdatetime('2026-02-28T01:02')",
            "datetime('2026-02-28T01:02[Europe/Berlin]')", "time('01:02+01:00')", "localtime('01:02')",
            "duration('P1M2DT3S')", "point({latitude: 1, longitude: 2})", "point({x: 1, y: 2, z: 3})", "[1, 2]",
            "['a', 'b']" })
    void idsOfEveryTypeAreRead(String id) {
        NEO4J.run("CREATE (:User {id: " + id + "})-[:LIKES]->(:Item {id: 1})");
        Object read = load(DEFAULTS).users().value(0);
        assertThat(NEO4J.db().<Boolean>executeTransactionally("RETURN " + id + " = $read AS same",
                Map.of("read", read), result -> (Boolean) result.next().get("same"))).isTrue();
    }

    @Test
    void otherLabelsAndPropertiesCanBeNamed() {
        NEO4J.run("CREATE (:`A b` {`k 1`: 1})-[:`R-1`]->(:`C``d` {k2: 1})");
        Projection projection = load(new ProjectionConfig(new NodeKind(List.of("A b"), "k 1"),
                new NodeKind(List.of("C`d"), "k2"), List.of("R-1"), List.of(), List.of(), Weighting.NONE,
                GraphSource.STORE));
        assertThat(projection.interactions().edgeCount()).isEqualTo(1);
    }

    @Test
    void nodesAreReadInTheOrderOfTheirIdsWithTheirValues() {
        NEO4J.run("UNWIND range(0, 2999) AS i CREATE (:User {id: i})");
        NEO4J.run("MATCH (u:User) WHERE u.id % 3 = 0 DELETE u");
        NEO4J.run("UNWIND range(3000, 3999) AS i CREATE (:User {id: i}) CREATE (:Item {id: i})");
        NEO4J.run("MATCH (u:User {id: 3000}), (i:Item {id: 3000}) CREATE (u)-[:LIKES]->(i)");
        NodeTable users = load(DEFAULTS).users();
        assertThat(users.size()).isEqualTo(3000);
        NEO4J.db().executeTransactionally("MATCH (u:User) RETURN id(u) AS node, u.id AS id", Map.of(), result -> {
            result.forEachRemaining(row -> assertThat(
                    users.value(users.nodes().indexOf((long) row.get("node")))).isEqualTo(row.get("id")));
            return null;
        });
    }

    @Test
    void aCancellationEndsTheReading() {
        NEO4J.run("UNWIND range(1, 10001) AS i CREATE (:User {id: i})");
        NEO4J.run("CREATE (:Item {id: 1})");
        assertThatThrownBy(() -> NEO4J.in(tx -> new Projector(tx, DEFAULTS, () -> {
            throw new IllegalStateException("terminated");
        }, HeapClaim.UNBOUNDED).load())).hasMessage("terminated");
    }

    @Test
    void nodesIdsAndRelationshipsAreClaimedBeforeTheyFillTheHeap() {
        NEO4J.run("UNWIND range(1, 10001) AS i CREATE (:User {id: toString(i) + $text})",
                Map.of("text", "x".repeat(99)));
        NEO4J.run("CREATE (:Item {id: 1})");
        assertThatThrownBy(() -> load(DEFAULTS, 950_000)).hasMessage("full");
        NEO4J.run("MATCH (u:User) SET u.id = id(u)");
        NEO4J.run("MATCH (u:User), (i:Item) CREATE (u)-[:LIKES]->(i)");
        assertThatThrownBy(() -> load(DEFAULTS, 950_000)).hasMessage("full");
        assertThat(load(DEFAULTS, 10_000_000).interactions().edgeCount()).isEqualTo(10_001);
    }

    private static Projection load(ProjectionConfig config, long bytes) {
        return NEO4J.in(tx -> new Projector(tx, config, () -> {}, new BoundedClaim(bytes)).load());
    }

    private static ProjectionConfig config(List<String> train, List<String> validation, List<String> test) {
        return config(train, validation, test, Weighting.NONE);
    }

    private static ProjectionConfig config(List<String> train, List<String> validation, List<String> test,
            Weighting weighting) {
        return new ProjectionConfig(kind("User"), kind("Item"), train, validation, test, weighting, GraphSource.STORE);
    }

    private static Projection load(ProjectionConfig config) {
        return NEO4J.in(tx -> new Projector(tx, config, () -> {}, HeapClaim.UNBOUNDED).load());
    }

    private static int index(NodeTable table, Object id) {
        return table.indexOfValue(id);
    }

    private static boolean contains(Projection projection, Object user, Object item) {
        CsrGraph interactions = projection.interactions();
        return interactions.contains(index(projection.users(), user), index(projection.items(), item));
    }

    private static void assertRefused(ProjectionConfig config, String message) {
        assertThatThrownBy(() -> load(config)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
