package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.NodeFeatures;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.NodeValues;
import org.gnnrec.store.ExpressionQuery;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.gnnrec.testing.BoundedClaim;
import org.gnnrec.testing.Rows;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class ExpressionFeaturesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final String GENRES = "[(item)-[:IN_GENRE]->(g:Genre) | g.name]";

    /** Films of three batches with up to three of nine genres, some of which have no name. */
    private static void createFilms() {
        NEO4J.run(
                "UNWIND range(0, 9) AS g CREATE (:Genre {g: g, name: CASE g WHEN 0 THEN null ELSE 'genre ' + g END})");
        NEO4J.run("UNWIND range(0, 2499) AS i CREATE (f:Item {id: i, year: 1950 + i % 70}) "
                + "WITH f, i UNWIND range(0, i % 4 - 1) AS n MATCH (g:Genre {g: (i * 7 + n * 3) % 10}) "
                + "CREATE (f)-[:IN_GENRE]->(g)");
        NEO4J.run("CREATE (:User {id: 1})");
    }

    /** What is read of items under these names; equal to the twin that reads the properties. */
    private static NodeFeatures features(NodeValues values, int concurrency) {
        return NEO4J.in(tx -> new FeatureReader(tx, NEO4J.inner(), HeapClaim.UNBOUNDED, concurrency)
                .read(new FeatureNames(List.of(), NodeValues.NONE, values), table(tx, "User", "Item"),
                        table(tx, "Item", "User"))
                .items());
    }

    private static NodeFeatures features(String... namesAndTexts) {
        return features(expressions(namesAndTexts), 2);
    }

    private static NodeValues expressions(String... namesAndTexts) {
        Map<String, NodeExpression> expressions = new LinkedHashMap<>();
        for (int n = 0; n < namesAndTexts.length; n += 2) {
            expressions.put(namesAndTexts[n], NodeExpression.of(namesAndTexts[n], namesAndTexts[n + 1]));
        }
        return new NodeValues(List.copyOf(expressions.keySet()), expressions);
    }

    private static NodeTable table(Transaction tx, String label, String other) {
        return new NodeReader(tx, () -> {}, HeapClaim.UNBOUNDED).read(kind(label), kind(other), node -> true);
    }

    private static void assertSame(FeatureMatrix matrix, FeatureMatrix expected) {
        assertThat(matrix.columnCount()).isEqualTo(expected.columnCount());
        assertThat(matrix.offsets()).isEqualTo(expected.offsets());
        assertThat(matrix.columns()).isEqualTo(expected.columns());
        assertThat(matrix.values()).isEqualTo(expected.values());
    }

    @Test
    void categoriesThatAreNodesAreTheFeaturesThatAListOfThemWouldBe() {
        createFilms();
        NEO4J.run("MATCH (item:Item) SET item.names = [(item)-[:IN_GENRE]->(g) WHERE g.name IS NOT NULL | g.name]");
        NodeFeatures twin = features(NodeValues.ofProperties(List.of("year", "names")), 1);
        NodeFeatures read = features("year", "item.year", "names", GENRES);
        assertSame(read.matrix(), twin.matrix());
        assertThat(read.schema().missingCounts()).isEqualTo(twin.schema().missingCounts())
                .containsEntry("names", 625L);
        assertSame(features(expressions("year", "item.year", "names", GENRES), 1).matrix(), twin.matrix());
        assertSame(features(expressions("year", "item.year", "names", GENRES), 3).matrix(), twin.matrix());
    }

    @Test
    void propertiesAndExpressionsKeepTheirOrder() {
        createFilms();
        NodeValues mixed = new NodeValues(List.of("genres", "year"),
                Map.of("genres", NodeExpression.of("genres", GENRES)));
        NodeFeatures read = features(mixed, 2);
        assertThat(read.schema().properties()).containsExactly("genres", "year");
        assertThat(read.schema().values()).isEqualTo(mixed);
    }

    @Test
    void aNaiveTwinThatAsksForEachNodeReadsTheSame() {
        createFilms();
        NodeFeatures read = features("genres", GENRES, "count", "COUNT { (item)-->() }", "old", "item.year < 1980");
        FeatureSchema kept = FeatureSchema.of(read.schema().toMap());
        assertThat(kept).isEqualTo(read.schema());
        NEO4J.in(tx -> {
            NodeTable items = table(tx, "Item", "User");
            for (int item = 0; item < items.size(); item += 7) {
                Node node = NodeIds.find(tx, items.nodes().nodeId(item));
                assertThat(Rows.dense(read.matrix(), item))
                        .isEqualTo(Rows.dense(NodeProperties.encode(tx, node, items.value(item), kept), 0))
                        .isEqualTo(Rows.dense(kept.encode(item, naive(tx, items.value(item))), 0));
            }
            return null;
        });
    }

    private static Map<String, Object> naive(Transaction tx, Object id) {
        return tx.execute(
                "MATCH (item:Item {id: $id}) OPTIONAL MATCH (item)-[:IN_GENRE]->(g) WITH item, count(g) AS count, "
                        + "collect(g.name) AS genres RETURN genres, count, item.year < 1980 AS old",
                Map.of("id", id)).next();
    }

    @Test
    void aNodeSeesWhatItsTransactionWrote() {
        createFilms();
        FeatureSchema schema = features("genres", GENRES).schema();
        NEO4J.in(tx -> {
            Node node = (Node) tx.execute("MATCH (g:Genre {g: 3}) CREATE (f:Item {id: 'new'})-[:IN_GENRE]->(g) "
                    + "RETURN f").next().get("f");
            FeatureMatrix row = NodeProperties.encode(tx, node, "new", schema);
            assertThat(row.columns()).hasSize(1);
            assertThat(row.values()).containsExactly(1);
            return null;
        });
    }

    @Test
    void nullsAreMissingAndDuplicatesCountOnce() {
        NEO4J.run("CREATE (:User {id: 1}) WITH * UNWIND [[1, ['a', null, 'a'], [1.0, 2.0]], [2, [null], [1.0, null]], "
                + "[3, [], null], [4, ['a', 'b'], [0.5, 1.0]]] AS row "
                + "CREATE (:Item {id: row[0], tags: [t IN row[1] WHERE t IS NOT NULL], at: row[0]})");
        NodeFeatures tags = features("tags", "[['a', null, 'a'], [null], [], ['a', 'b']][item.id - 1]");
        assertSame(tags.matrix(), features(NodeValues.ofProperties(List.of("tags")), 1).matrix());
        NodeFeatures vectors = features("vector", "[[1.0, 2.0], [1.0, null], null, [0.5, 1]][item.id - 1]");
        assertThat(vectors.schema().missingCounts()).containsEntry("vector", 2L);
        assertThat(vectors.schema().columnCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            item                                 ~ 'x' of node 'i1' is a node, which cannot be a feature:
            item                                 ~ Return a property of it, as in g.name and not g
            [(item)-->(g) | g]                 ~ 'x' of node 'i1' is [a node], which cannot be
            [(item)-[r]->(g) | r]              ~ 'x' of node 'i1' is [a relationship], which
            [p = (item)-->() | p]              ~ 'x' of node 'i1' is [a path], which
            {a: item.id}                         ~ Return a property of it
            [{a: item.id}]                       ~ Return a property of it
            [item.id, 1]                         ~ Store it as one of these
            [item.id = 'x']                      ~ Store it as one of these
            date('2026-13-01') < item.day        ~ featureProperties (x): Invalid value for MonthOfYear
            [(item)-[:NO_SUCH]->(g) | g.name]  ~ featureProperties.x gives no item a value: the missing relationship
            null + item.id                       ~ featureProperties.x gives no item a value. Mend the expression
            """)
    void whatIsNoFeatureIsRefusedWithWhatToReturn(String text, String message) {
        NEO4J.run("CREATE (:User {id: 1}), (:Item {id: 'i1', day: date()})-[:IN]->(:Genre {name: 'a'})");
        assertThatThrownBy(() -> features("x", text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            item.year +                                   ~ featureProperties.x: Invalid input
            item.year + other.year                        ~ featureProperties.x: Variable `other` not defined
            no.such(item)                                 ~ featureProperties.x: Unknown function
            COLLECT { CREATE (n) RETURN item.id }         ~ featureProperties.x:
            COUNT { CALL { WITH item SET item.x = 1 } }   ~ featureProperties.x:
            """)
    void whatIsNoCypherThatReadsIsRefusedByThePlan(String text, String message) {
        ExpressionQuery query = ExpressionQuery.ofFeatures(expressions("y", "item.y", "x", text));
        assertThatThrownBy(() -> NEO4J.in(tx -> {
            query.requireValid(tx);
            return null;
        })).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    @Test
    void aCancellationEndsTheEvaluation() {
        createFilms();
        int[] checks = new int[1];
        assertThatThrownBy(() -> NEO4J.in(tx -> new ExpressionReader(NEO4J.inner(() -> {
            if (++checks[0] > 1) {
                throw new IllegalStateException("terminated");
            }
        }), HeapClaim.UNBOUNDED, 1).read(table(tx, "Item", "User"), expressions("genres", GENRES))))
                .hasMessage("terminated");
    }

    @Test
    void whatIsKeptIsClaimedBeforeItFillsTheHeap() {
        NEO4J.run("CREATE (:User {id: 1}) WITH * UNWIND range(1, 1000) AS i CREATE (:Item {id: i})");
        NodeValues texts = expressions("x", "reduce(s = toString(item.id), n IN range(1, 100) | s + 'xxxxxxxxxx')");
        HeapClaim claim = new BoundedClaim(500_000);
        assertThatThrownBy(() -> NEO4J.in(tx -> new ExpressionReader(NEO4J.inner(), claim, 2)
                .read(table(tx, "Item", "User"), texts))).hasMessage("full");
    }

    @Test
    void aNodeThatIsGoneHasNoValues() {
        NEO4J.run("CREATE (:User {id: 1}) WITH * UNWIND range(1, 3) AS i CREATE (:Item {id: i, price: i})");
        NodeTable items = NEO4J.in(tx -> table(tx, "Item", "User"));
        NEO4J.run("MATCH (i:Item {id: 2}) DELETE i");
        NodeFeatures read = NEO4J.in(tx -> new FeatureReader(tx, NEO4J.inner(), HeapClaim.UNBOUNDED, 2).read(
                new FeatureNames(List.of(), NodeValues.NONE, expressions("price", "item.price")),
                table(tx, "User", "Item"), items).items());
        assertThat(read.schema().missingCounts()).isEqualTo(Map.of("price", 1L));
        assertThat(Rows.dense(read.matrix(), items.indexOfValue(2L))).containsExactly(0, 0, 0, 1);
    }
}
