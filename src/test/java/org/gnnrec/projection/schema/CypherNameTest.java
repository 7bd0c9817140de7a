package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.source.CypherExpression;
import org.gnnrec.source.CypherPattern;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** Neo4j reads the names of a pattern and of a feature back, whatever they contain, in the text of the call. */
class CypherNameTest {
    private static final TestDatabase NEO4J = new TestDatabase();
    private static final Degrees NONE = Degrees.of(new long[0], false);

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> hostile = Arbitraries.of("'", "\\", "\\'", "'}) MATCH (n) DETACH DELETE n //", "`", "``",
                "\"", "\n", "\r\n", "\t", "\b", "/*", "//", ";", "$p", "{", ")-[", "u0060", "ü", "愛", "🎧", "\u2028",
                "\u00a0", "\u200f", "a", "N", " ", "|", "&", "!", "%", ":", "IS", "NOT", "NULL");
        return hostile.list().ofMinSize(1).ofMaxSize(5).map(parts -> parts.stream().collect(Collectors.joining()))
                .filter(CypherName::isWritable);
    }

    @Property(seed = "7", tries = 60)
    void aPatternFindsTheNodesOfItsNames(@ForAll("names") String user, @ForAll("names") String item,
            @ForAll("names") String type, @ForAll("names") String property) {
        Path path = Path.of(new Step(new Connection(type, user, item, 1, true, 1, 1), true))
                .above(new Threshold(property, 3.5));
        WrittenPattern pattern = WrittenPattern.of(path);
        String call = call(pattern);
        Category category = new Category(path.steps().getFirst(), property, true);
        CypherPattern checked = CypherPattern.of("pattern", pattern.pattern());
        assertThat(List.of(checked.userLabels(), checked.itemLabels()))
                .isEqualTo(List.of(List.of(user), List.of(item)));
        CypherExpression.of("weight", pattern.weight());
        CypherExpression.of("features", category.expression("user"));
        try (Transaction tx = NEO4J.db().beginTx()) {
            Node end = tx.createNode(Label.label(item));
            end.setProperty(property, "here");
            tx.createNode(Label.label(user)).createRelationshipTo(end, RelationshipType.withName(type))
                    .setProperty(property, 4);
            for (String version : List.of("CYPHER 5 ", "CYPHER 25 ")) {
                Map<?, ?> read = (Map<?, ?>) value(tx, version + "RETURN " + argument(call));
                assertThat(read.get("interactions")).isEqualTo(pattern.toMap());
                assertThat(value(tx,
                        version + "MATCH " + pattern.pattern() + " RETURN [labels(user), type(r), labels(item), "
                                + pattern.weight() + "]"))
                        .isEqualTo(List.of(List.of(user), type, List.of(item), 1L));
                assertThat(value(tx, version + "MATCH " + pattern.pattern() + " RETURN " + category.expression("user")))
                        .isEqualTo(List.of("here"));
            }
        }
    }

    @Property(seed = "8", tries = 30)
    void anEventFindsTheNodesOfItsNames(@ForAll("names") String event, @ForAll("names") String type) {
        Path path = Path.of(new Step(new Connection(type, event, "User", 1, true, 1, 1), false),
                new Step(new Connection(type, event, "Item", 1, true, 1, 1), true));
        WrittenPattern pattern = WrittenPattern.of(path);
        try (Transaction tx = NEO4J.db().beginTx()) {
            Node middle = tx.createNode(Label.label(event));
            for (String end : List.of("User", "Item")) {
                middle.createRelationshipTo(tx.createNode(Label.label(end)), RelationshipType.withName(type));
            }
            Map<?, ?> read = (Map<?, ?>) value(tx, "RETURN " + argument(call(pattern)));
            assertThat(read.get("interactions")).isEqualTo(pattern.pattern());
            assertThat(value(tx, "MATCH " + pattern.pattern() + " RETURN count(*)")).isEqualTo(1L);
        }
    }

    @Test
    void wordsOfCypherAreNamesToo() {
        List<String> words = List.of("NULL", "NOT", "IS", "TYPED", "NORMALIZED", "NFC", "WHERE", "AND", "OR", "IN",
                "TRUE", "COUNT", "CASE", "END", "MATCH", "RETURN", "ANY", "ALL", "SHORTEST", "VALUE", "_", "r", "user");
        try (Transaction tx = NEO4J.db().beginTx()) {
            for (String word : words) {
                Path path = Path.of(new Step(new Connection(word, word, word, 1, true, 1, 1), true))
                        .above(new Threshold(word, 2));
                WrittenPattern pattern = WrittenPattern.of(path);
                tx.createNode(Label.label(word))
                        .createRelationshipTo(tx.createNode(Label.label(word)), RelationshipType.withName(word))
                        .setProperty(word, 2);
                for (String version : List.of("CYPHER 5 ", "CYPHER 25 ")) {
                    assertThat(value(tx, version + "MATCH " + pattern.pattern() + " RETURN sum(" + pattern.weight()
                            + ")")).as(word).isEqualTo(1L);
                }
            }
        }
    }

    @Test
    void onlyWhatNeedsBackticksHasThem() {
        assertThat(List.of("Order", "IN_GENRE", "a b", "a`b", "", "7up", "Stück")).extracting(CypherName::of)
                .containsExactly("Order", "IN_GENRE", "`a b`", "`a``b`", "``", "`7up`", "`Stück`");
    }

    private static Object value(Transaction tx, String cypher) {
        try (Result result = tx.execute(cypher)) {
            return result.next().get(result.columns().getFirst());
        }
    }

    private static String call(WrittenPattern pattern) {
        return new Candidate("User", "Item", 1, 1, 1, Map.of(), List.of(), NONE, NONE, "id", "id", List.of(), List.of(),
                null, null, pattern, Map.of()).call();
    }

    private static String argument(String call) {
        return call.substring("CALL gnnrec.train(".length(), call.length() - 1);
    }
}
