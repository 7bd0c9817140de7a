package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.feature.NodeFeatures;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.NodeValues;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.gnnrec.testing.BoundedClaim;
import org.gnnrec.testing.Rows;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class FeatureReaderTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void rowsStandInTheOrderOfTheTablesWithTheValuesOfTheirNodes() {
        NEO4J.run(
                "UNWIND range(0, 2499) AS i CREATE (:User {id: i, age: i % 70}) CREATE (:Item {id: i, year: 2000 + i})");
        NEO4J.in(tx -> {
            NodeTable users = table(tx, "User", "Item");
            NodeTable items = table(tx, "Item", "User");
            GraphFeatures features = new FeatureReader(tx, NEO4J.inner(), HeapClaim.UNBOUNDED, 2).read(
                    anywhere("age", "year"),
                    users, items);
            assertThat(features.users().schema().properties()).containsExactly("age");
            assertThat(features.items().schema().properties()).containsExactly("year");
            double deviation = Math.sqrt((2500.0 * 2500 - 1) / 12);
            for (int item = 0; item < items.size(); item++) {
                double expected = ((long) items.value(item) - 1249.5) / deviation;
                assertThat(Rows.dense(features.items().matrix(), item)[0]).isCloseTo((float) expected, within(1e-5f));
            }
            return null;
        });
    }

    @Test
    void whatCypherStoresIsRead() {
        NEO4J.run("""
                CREATE (:Item {id: 1, day: date('2026-02-01'), at: datetime('2026-02-01T10:00[Europe/Berlin]'),
                    local: localdatetime('2026-02-01T10:00'), ok: true, tags: ['a', 'b'], text: 'x',
                    embedding: [0.6, 0.8], whole: [3, 4], empty: [], price: 1.5}),
                  (:Item {id: 2, day: date('2026-02-03'), at: datetime('2026-02-01T11:00Z'),
                    local: localdatetime('2026-02-02T10:00'), ok: false, tags: ['b', 'a'], text: 'x',
                    embedding: [0.0, 1.0], whole: [0, 5], empty: [], price: 2})""");
        FeatureSchema schema = items("day", "at", "local", "ok", "tags", "text", "embedding", "whole", "price")
                .schema();
        assertThat(schema.missingCounts().values()).containsOnly(0L);
        assertThat(schema.columnCount()).isEqualTo(3 * 3 + 1 + (2 + 32) + (1 + 32) + 2 + 2 + 3);
        assertThatThrownBy(() -> items("empty")).hasMessageContaining("no item has a value under 'empty'");
    }

    @Test
    void aDateThatStandsForNeverIsMissing() {
        NEO4J.run("UNWIND ['2026-01-01', '2026-01-03', '9999-12-31'] AS day CREATE (:Item {id: day, end: date(day)})");
        NodeFeatures features = items("end");
        assertThat(features.schema().missingCounts()).isEqualTo(Map.of("end", 1L));
        assertThat(IntStream.range(0, 3).mapToObj(row -> Rows.dense(features.matrix(), row)))
                .containsExactlyInAnyOrder(new float[]{ -1, 1, 0, 0 }, new float[]{ 1, 0, 1, 0 },
                        new float[]{ 0, 0, 0, 1 });
    }

    @Test
    void aNodeThatIsGoneCountsAsMissing() {
        NEO4J.run("UNWIND range(1, 3) AS i CREATE (:Item {id: i, price: i})");
        NEO4J.in(tx -> {
            NodeTable items = table(tx, "Item", "User");
            tx.execute("MATCH (i:Item {id: 2}) DELETE i").close();
            NodeFeatures features = read(tx, itemsHave("price"), items).items();
            assertThat(features.schema().missingCounts()).isEqualTo(Map.of("price", 1L));
            assertThat(Rows.dense(features.matrix(), items.indexOfValue(2L))).containsExactly(0, 0, 0, 1);
            assertThat(Rows.dense(features.matrix(), items.indexOfValue(3L))).containsExactly(1, 0, 1, 0);
            return null;
        });
    }

    @Test
    void aNodeOfALaterDayHasTheRowThatItWouldHaveHad() {
        NEO4J.run("CREATE (:Item {id: 1, price: 1, at: date('2026-01-01'), tags: ['a']}), "
                + "(:Item {id: 2, price: 7, at: date('2026-01-09'), tags: ['a', 'b']}), (:Item {id: 3})");
        NodeFeatures features = items("price", "at", "tags");
        FeatureSchema kept = FeatureSchema.of(features.schema().toMap());
        NEO4J.in(tx -> {
            NodeTable items = table(tx, "Item", "User");
            for (int item = 0; item < items.size(); item++) {
                Node node = NodeIds.find(tx, items.nodes().nodeId(item));
                FeatureMatrix row = NodeProperties.encode(tx, node, items.value(item), kept);
                assertThat(Rows.dense(row, 0)).isEqualTo(Rows.dense(features.matrix(), item));
            }
            return null;
        });
    }

    @Test
    void aSideWithoutThePropertyHasRowsWithoutColumns() {
        NEO4J.run("CREATE (:User {id: 1}), (:User {id: 2}), (:Item {id: 1, price: 1})");
        GraphFeatures features = read(anywhere("price"));
        assertThat(features.users().matrix().rowCount()).isEqualTo(2);
        assertThat(features.users().matrix().columnCount()).isZero();
        assertThat(features.items().matrix().columnCount()).isEqualTo(1);
    }

    @Test
    void aPropertyThatNoNodeHasIsRefusedWithTheNearest() {
        NEO4J.run("CREATE (:User {id: 1, age: 7}), (:Item {id: 1, price: 1})");
        assertRefused(anywhere("age", "prise"), "featureProperties: no user and no item has a value under 'prise' "
                + "(did you mean 'price'?). Name a property that some have, or leave it out");
        assertRefused(itemsHave("age"), "featureProperties: no item has a value under 'age'. Name a property");
        assertRefused(new FeatureNames(List.of(), NodeValues.ofProperties(List.of("price")), NodeValues.NONE),
                "no user has a value under 'price'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "point({x: 1, y: 2})", "duration('P1D')", "time('10:00Z')", "localtime('10:00')",
            "[true, false]", "[date('2026-01-01')]" })
    void whatIsNoFeatureIsRefusedWithTheNode(String value) {
        NEO4J.run("CREATE (:User {id: 1}), (:Item {id: 'i7', it: " + value + "})");
        assertRefused(itemsHave("it"), "featureProperties: 'it' of node 'i7' is ");
        assertRefused(itemsHave("it"), ", which cannot be a feature: ");
    }

    @Test
    void anotherDimensionIsRefusedWithTheNode() {
        NEO4J.run("CREATE (:User {id: 1}), (:Item {id: 'i7', e: [1.0, 2.0]}), (:Item {id: 'i7b', e: [1.0]})");
        assertRefused(itemsHave("e"), "featureProperties: 'e' of node 'i7");
    }

    @Test
    void aCancellationEndsTheReading() {
        NEO4J.run("CREATE (:User {id: 1}), (:Item {id: 1, price: 1})");
        assertThatThrownBy(() -> NEO4J.in(tx -> new FeatureReader(tx, NEO4J.inner(() -> {
            throw new IllegalStateException("terminated");
        }), HeapClaim.UNBOUNDED, 1).encode(table(tx, "Item", "User"), items("price").schema())))
                .hasMessage("terminated");
    }

    @Test
    void distinctTextsAreClaimedBeforeTheyFillTheHeap() {
        NEO4J.run("CREATE (:User {id: 1})");
        NEO4J.run("UNWIND range(1, 1000) AS i CREATE (:Item {id: i, plot: toString(i) + $plot})",
                Map.of("plot", "x".repeat(1_000)));
        HeapClaim claim = new BoundedClaim(500_000);
        assertThatThrownBy(() -> NEO4J.in(tx -> new FeatureReader(tx, NEO4J.inner(), claim, 2).read(anywhere("plot"),
                table(tx, "User", "Item"), table(tx, "Item", "User")))).hasMessage("full");
    }

    private static FeatureNames anywhere(String... properties) {
        return new FeatureNames(List.of(properties), NodeValues.NONE, NodeValues.NONE);
    }

    private static FeatureNames itemsHave(String... properties) {
        return new FeatureNames(List.of(), NodeValues.NONE, NodeValues.ofProperties(List.of(properties)));
    }

    private static NodeFeatures items(String... properties) {
        return read(itemsHave(properties)).items();
    }

    private static GraphFeatures read(FeatureNames properties) {
        return NEO4J.in(tx -> read(tx, properties, table(tx, "Item", "User")));
    }

    private static GraphFeatures read(Transaction tx, FeatureNames properties, NodeTable items) {
        return new FeatureReader(tx, NEO4J.inner(), HeapClaim.UNBOUNDED, 2).read(properties, table(tx, "User", "Item"),
                items);
    }

    private static NodeTable table(Transaction tx, String label, String other) {
        return new NodeReader(tx, () -> {}, HeapClaim.UNBOUNDED).read(kind(label), kind(other), node -> true);
    }

    private static void assertRefused(FeatureNames properties, String message) {
        assertThatThrownBy(() -> read(properties)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
