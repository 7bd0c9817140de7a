package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.feature.NodeFeatures;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.NodeValues;
import org.gnnrec.testing.TestDatabase;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** An expression that copies a property gives the very bits of the property, whatever the values are. */
class CopiedPropertyTest {
    private static final TestDatabase NEO4J = new TestDatabase();
    private static final NodeValues PROPERTY = NodeValues.ofProperties(List.of("p"));
    private static final NodeValues EXPRESSION = new NodeValues(List.of("p"),
            Map.of("p", NodeExpression.of("p", "item.p")));

    /** Values of one kind, of which some nodes have none. */
    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> numbers = Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.integers(), Arbitraries.bytes(),
                Arbitraries.doubles(), Arbitraries.floats(), Arbitraries.of(Double.NaN, -0.0, 1e300, 1e-300))
                .asGeneric();
        Arbitrary<String> text = Arbitraries.of("", " ", "a", "b", "ü", "🎬", "'", "a".repeat(300), "null");
        Arbitrary<Object> times = Arbitraries.longs().between(-1L << 36, 1L << 36).map(CopiedPropertyTest::time);
        Arbitrary<Object> texts = Arbitraries.oneOf(text, Arbitraries.chars(), text.array(String[].class).ofMaxSize(4));
        Arbitrary<Object> vectors = Arbitraries.oneOf(Arbitraries.doubles().array(double[].class).ofSize(3),
                Arbitraries.floats().array(float[].class).ofSize(3), Arbitraries.longs().array(long[].class).ofSize(3));
        return Arbitraries.of(numbers, Arbitraries.of(true, false).asGeneric(), times, texts, vectors)
                .flatMap(kind -> kind.injectNull(0.2).list().ofMinSize(1).ofMaxSize(30));
    }

    private static Object time(long seconds) {
        ZonedDateTime time = ZonedDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return switch ((int) Math.floorMod(seconds, 3L)) {
            case 0 -> time;
            case 1 -> time.toLocalDateTime();
            default -> LocalDate.ofEpochDay(seconds / 86_400);
        };
    }

    /** Where no value is there, both say so. */
    @Property(seed = "11", tries = 100)
    void aCopyIsTheProperty(@ForAll("values") List<Object> values) {
        create(values);
        NodeFeatures property;
        try {
            property = read(PROPERTY);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("no item has a value under 'p'");
            assertThatThrownBy(() -> read(EXPRESSION)).hasMessageContaining("gives no item a value");
            return;
        }
        NodeFeatures copy = read(EXPRESSION);
        assertThat(copy.schema().withExpressions(Map.of())).isEqualTo(property.schema());
        assertSame(copy.matrix(), property.matrix());
    }

    private static void assertSame(FeatureMatrix matrix, FeatureMatrix expected) {
        assertThat(matrix.offsets()).isEqualTo(expected.offsets());
        assertThat(matrix.columns()).isEqualTo(expected.columns());
        assertThat(matrix.values()).isEqualTo(expected.values());
    }

    private static void create(List<Object> values) {
        NEO4J.run("MATCH (n) DETACH DELETE n");
        NEO4J.in(tx -> {
            tx.createNode(Label.label("User")).setProperty("id", "user");
            for (int n = 0; n < values.size(); n++) {
                Node node = tx.createNode(Label.label("Item"));
                node.setProperty("id", n);
                if (values.get(n) != null) {
                    node.setProperty("p", values.get(n));
                }
            }
            return null;
        });
    }

    private static NodeFeatures read(NodeValues values) {
        return NEO4J.in(tx -> new FeatureReader(tx, NEO4J.inner(), HeapClaim.UNBOUNDED, 1)
                .read(new FeatureNames(List.of(), NodeValues.NONE, values), table(tx, "User", "Item"),
                        table(tx, "Item", "User"))
                .items());
    }

    private static NodeTable table(Transaction tx, String label, String other) {
        return new NodeReader(tx, () -> {}, HeapClaim.UNBOUNDED).read(kind(label), kind(other), node -> true);
    }
}
