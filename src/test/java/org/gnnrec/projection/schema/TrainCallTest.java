package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gnnrec.testing.TestDatabase;

class TrainCallTest {
    private static final TestDatabase NEO4J = new TestDatabase();
    private static final Degrees NONE = Degrees.of(new long[0], false);

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> hostile = Arbitraries.of("'", "\\", "\\u0027", "\\'", "'}) MATCH (n) DETACH DELETE n //", "`",
                "\"", "\n", "\r\n", "\t", "\0", "\b", "/*", "//", ";", "$p", "{", "ü", "愛", "🎧", "\u2028", "\u00a0",
                "\u200f", "a", "N", " ");
        return hostile.list().ofMinSize(1).ofMaxSize(6).map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Property(seed = "7", tries = 150)
    void neo4jReadsTheNamesBackWhateverTheyContain(@ForAll("names") String label, @ForAll("names") String property,
            @ForAll("names") String type) {
        String call = candidate(label, property, type).call();
        Map<String, Object> expected = Map.of("userLabel", label, "itemLabel", "Item", "userIdProperty", property,
                "itemIdProperty", "id", "relationshipTypes", List.of("LIKES", type).stream().sorted().toList());
        for (String version : List.of("CYPHER 5 ", "CYPHER 25 ")) {
            assertThat(NEO4J.value(version + "RETURN " + argument(call) + " AS config")).isEqualTo(expected);
        }
    }

    @Property(seed = "9", tries = 50)
    void neo4jReadsTheFeaturesBackWhateverTheyContain(@ForAll("names") String name) {
        Assume.that(CypherName.isWritable(name));
        Map<String, Map<String, String>> features = Map.of("items", Map.of(name, "[(item)--(c) | c.name]"));
        Candidate candidate = new Candidate("User", "Item", 1, 1, 2, new TreeMap<>(Map.of("LIKES", 1L)), List.of(),
                NONE,
                NONE, "id", "id", List.of(), List.of(), null, null, null, features);
        Map<?, ?> config = (Map<?, ?>) NEO4J.value("RETURN " + argument(candidate.featureCall()) + " AS config");
        assertThat(config.get("featureProperties")).isEqualTo(features);
        assertThat(config.get("modelType")).isEqualTo("graphsage");
        assertThat(config.get("relationshipTypes")).isEqualTo(List.of("LIKES"));
    }

    @Property(seed = "8", tries = 50)
    void theCallIsOneLine(@ForAll("names") String label) {
        assertThat(candidate(label, "id", "T").call()).doesNotContain("\n", "\r");
    }

    private static String argument(String call) {
        String before = "CALL gnnrec.train(";
        assertThat(call).startsWith(before).endsWith(")");
        return call.substring(before.length(), call.length() - 1);
    }

    private static Candidate candidate(String userLabel, String userIdProperty, String type) {
        return new Candidate(userLabel, "Item", 1, 1, 2, new TreeMap<>(Map.of(type, 1L, "LIKES", 1L)), List.of(), NONE,
                NONE, userIdProperty, "id", List.of(), List.of(), null, null, null, Map.of());
    }
}
