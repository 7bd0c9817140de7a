package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.TrainKeys;
import org.gnnrec.testing.SharedServer;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/** Names, values and queries that mean harm: each ends in a clear error or a right answer, and nothing else happens. */
class HostileIT {
    private static final String SEED = "20260824";
    private static final List<String> PIECES = List.of("`", "``", "'", "\"", "\\", "\\u0060", "\\u0027",
            ") DETACH DELETE n //",
            "/*", "*/", "//", ";", "\n", "{", "}", "$x", ":", "|", "&", "!", "%", "ü", "\ud83d\ude00", " ", "id",
            "_GnnRecModel", "RECOMMENDED", "x");
    private static final List<String> HARM = List.of("CREATE (:Evil)", "SET u.evil = 1", "DETACH DELETE u",
            "MERGE (:Evil {id: 1})", "REMOVE u.id", "CALL { CREATE (:Evil) }",
            "CALL { CREATE (:Evil) } IN TRANSACTIONS",
            "FOREACH (x IN [1] | CREATE (:Evil))", "; CREATE (:Evil)", "CALL db.createLabel('Evil')",
            "CALL gnnrec.train()", "CALL gnnrec.model.drop('default')", "\\u0043REATE (:Evil)",
            "/* */ CREATE (:Evil) //",
            "LOAD CSV FROM 'file:///etc/passwd' AS line", "CREATE INDEX evil FOR (n:Evil) ON (n.x)",
            "CALL dbms.setConfigValue('db.logs.query.enabled', 'OFF')", "USE system", "SHOW USERS",
            "CREATE USER evil SET PASSWORD 'evil12345'", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "");
    private static final List<String> QUERIES = List.of(
            "MATCH (u:User)-[:LIKES]->(i:Item) %s RETURN u AS user, i AS item",
            "%s MATCH (u:User)-[:LIKES]->(i:Item) RETURN u AS user, i AS item",
            "MATCH (u:User)-[:LIKES]->(i:Item) RETURN u AS user, i AS item %s",
            "MATCH (u:User)-[:LIKES]->(i:Item) WITH u, i %s RETURN u AS user, i AS item UNION RETURN 1 AS user, 2 AS item",
            "%s");
    private static final Map<String, Object> FAST = Map.of("epochs", 1, "layers", 1, "temperature", 0.2,
            "negativePopularity", 0, "embeddingDimension", 4);
    /** What gnnrec and Cypher throw on purpose; anything else is an accident. */
    private static final Pattern CLEAR = Pattern
            .compile("(?s).*(IllegalArgumentException|IllegalStateException): \\S.*");

    @BeforeContainer
    static void load() {
        SharedServer.clear();
        rows("UNWIND range(0, 9) AS id CREATE (:User {id: id}) CREATE (:Item {id: id})");
        rows("MATCH (u:User), (i:Item) WHERE (u.id + i.id) % 3 = 0 CREATE (u)-[:LIKES]->(i)");
    }

    @AfterContainer
    static void clear() {
        SharedServer.clear();
    }

    @Property(tries = 12, seed = SEED, shrinking = ShrinkingMode.OFF)
    void namesAreTakenAsTheyAre(@ForAll("names") List<String> names) {
        load();
        Map<String, Object> config = new HashMap<>(FAST);
        config.putAll(Map.of("modelName", "m" + names.get(0), "userLabel", "U" + names.get(0), "itemLabel",
                "I" + names.get(1), "userIdProperty", names.get(2), "itemIdProperty", names.get(2), "relationshipTypes",
                List.of(names.get(3)), "relationshipWeights", Map.of(names.get(3), 2), "relationshipWeightProperty",
                names.get(4), "writeProperty", "w" + names.get(1)));
        rows("MATCH (u:User) SET u:$($c.userLabel), u[$c.userIdProperty] = toString(u.id)", "c", config);
        rows("MATCH (i:Item) SET i:$($c.itemLabel), i[$c.itemIdProperty] = toString(i.id)", "c", config);
        rows("MATCH (u:User)-[:LIKES]->(i:Item) CREATE (u)-[r:$($c.relationshipTypes[0])]->(i) "
                + "SET r[$c.relationshipWeightProperty] = 0.5", "c", config);
        List<Record> before = census();

        assertThat(rows("CALL gnnrec.train($c)", "c", config).get(0).get("userCount").asLong()).isEqualTo(10);

        assertThat(rows("MATCH (n) WHERE n[$c.writeProperty] IS NOT NULL RETURN n", "c", config)).hasSize(20);
        assertThat(rows("CALL gnnrec.recommend('0', 20, {modelName: $c.modelName})", "c", config)).hasSize(6);
        rows("CALL gnnrec.model.drop($c.modelName)", "c", config);
        assertThat(census()).isEqualTo(before);
        load();
    }

    @Property(tries = 100, seed = SEED, shrinking = ShrinkingMode.OFF)
    void valuesAreRightOrRefused(@ForAll("keys") String key, @ForAll("values") Object value) {
        List<Record> before = census();
        Map<String, Object> config = new HashMap<>(FAST);
        config.put(key, value);
        assertAnswersClearly("CALL gnnrec.train.estimate($c)", "c", config);
        assertThat(census()).isEqualTo(before);
    }

    @Property(tries = 100, seed = SEED, shrinking = ShrinkingMode.OFF)
    void queriesOnlyRead(@ForAll("queries") String query) {
        List<Record> before = census();
        Map<String, Object> config = new HashMap<>(FAST);
        config.putAll(Map.of("query", query, "modelName", "hostile", "createIndexes", false));
        if (assertAnswersClearly("CALL gnnrec.train($c)", "c", config)) {
            assertThat(rows("MATCH (n:User|Item) WHERE n.gnnrec_hostile IS NOT NULL RETURN n")).hasSize(20);
            rows("CALL gnnrec.model.drop('hostile')");
        }
        assertThat(census()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(4).map(pieces -> String.join("", pieces))
                .filter(name -> !name.isBlank()).list().ofSize(5).filter(names -> new HashSet<>(names).size() == 5);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(TrainKeys.all().stream().map(Key::name).sorted().toList());
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.of(true, false), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e-300, "User",
                        "Item", "LIKES", LocalDate.EPOCH));
        Arbitrary<Object> maps = Combinators.combine(Arbitraries.of(PIECES), scalars).as(Map::of);
        return Arbitraries.oneOf(scalars, maps, scalars.list().ofMaxSize(3), maps.list().ofMaxSize(2));
    }

    @Provide
    Arbitrary<String> queries() {
        return Combinators.combine(Arbitraries.of(QUERIES), Arbitraries.of(HARM)).as(String::format);
    }

    /** Says whether there was an answer; an error must be one that was meant. */
    private static boolean assertAnswersClearly(String call, Object... parameters) {
        try {
            rows(call, parameters);
            return true;
        } catch (Neo4jException e) {
            assertThat(e.getMessage()).matches(CLEAR);
            return false;
        }
    }

    /** Everything but the recommender's own nodes, which are there only between a training and its drop. */
    private static List<Record> census() {
        List<Record> census = new ArrayList<>(rows("MATCH (n) UNWIND coalesce(nullIf(keys(n), []), ['']) AS key "
                + "RETURN labels(n) AS labels, key, n[key] AS value, count(*) AS nodes ORDER BY labels, key, toString(value)"));
        census.addAll(rows("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties, count(*) AS count "
                + "ORDER BY type"));
        census.addAll(rows("SHOW INDEXES YIELD name, type WHERE type <> 'RANGE' RETURN name ORDER BY name"));
        census.addAll(rows("SHOW CONSTRAINTS YIELD name RETURN name"));
        census.addAll(rows("SHOW USERS YIELD user RETURN user"));
        return census;
    }
}
