package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;

/** A model that cannot be read is listed, dropped and trained again, and takes no other model down. */
class BrokenModelIT {
    private static final Map<String, Object> FAST = Map.of("epochs", 1, "layers", 1, "temperature", 0.2,
            "negativePopularity", 0, "embeddingDimension", 4);

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
        train("whole", Map.of());
    }

    @AfterAll
    static void clear() {
        SharedServer.clear();
    }

    @ParameterizedTest
    @CsvSource({ "REMOVE m.metrics, 'metrics'", "SET m.writeProperty = 5, 'writeProperty'",
            "SET m.formatVersion = 99, 'formatVersion'", "SET m.configuration = '{', 'configuration'",
            "SET m.arrays = '{\"arrays\": [5]}', 'arrays'", "SET m.createdAt = 'now', 'createdAt'",
            "SET m.state = 'LOST', 'state'" })
    void isListedWithItsProblemAndDropped(String damage, String property) {
        train("broken", Map.of());
        rows("MATCH (m:_GnnRecModel {modelName: 'broken'}) " + damage);

        assertThat(problem("broken")).startsWith("model 'broken': its property '" + property + "'");
        assertThat(problem("whole")).isNull();
        assertServes("whole");
        assertThatThrownBy(() -> recommend("broken")).hasMessageContaining("broken");
        assertThat(rows("CALL gnnrec.model.exists('broken') YIELD exists RETURN exists").get(0).get(0).asBoolean())
                .isTrue();

        rows("CALL gnnrec.model.drop('broken')");
        assertThat(rows("MATCH (n) WHERE n.gnnrec_broken IS NOT NULL OR n.modelName = 'broken' RETURN n")).isEmpty();
        assertThat(rows("SHOW INDEXES YIELD name WHERE name CONTAINS 'broken' RETURN name")).isEmpty();
        train("broken", Map.of());
        assertServes("broken");
    }

    @Test
    void isReplacedByATrainingOfItsName() {
        train("broken", Map.of());
        rows("MATCH (m:_GnnRecModel {modelName: 'broken'}) REMOVE m.metrics");
        train("broken", Map.of());
        assertThat(problem("broken")).isNull();
        assertServes("broken");
        assertThat(rows("MATCH (m:_GnnRecModel) RETURN m")).hasSize(2);
    }

    @Test
    void isListedUnderItsElementIdWhereItHasLostItsName() {
        train("broken", Map.of());
        String id = rows("MATCH (m:_GnnRecModel {modelName: 'broken'}) REMOVE m.modelName RETURN elementId(m) AS id")
                .get(0).get("id").asString();
        assertThat(problem(id)).startsWith("model '" + id + "': its property 'modelName' must be a text but is missing")
                .endsWith("or drop it: CALL gnnrec.model.drop('" + id + "')");
        rows("CALL gnnrec.model.drop($id)", "id", id);
        assertThat(rows("CALL gnnrec.model.list()")).hasSize(1);
        assertThat(rows("MATCH (p:_GnnRecPart) WHERE NOT EXISTS { (p)<-[:_PART]-() } RETURN p")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "SET p.bytes = p.bytes[0..8]", "SET p.crc = p.crc + 1", "REMOVE p.bytes",
            "SET p.index = 'x'",
            "SET p.kind = 'items'", "DETACH DELETE p" })
    void aDamagedPartIsOneClearError(String damage) {
        train("broken", Map.of());
        rows("MATCH (m:_GnnRecModel {modelName: 'broken'})-[:_PART]->(p {kind: 'itemEmbeddings'}) " + damage);
        assertThatThrownBy(() -> recommend("broken")).hasMessageContaining("ModelFormatException: model 'broken': ")
                .hasMessageContaining("Train the model again");
        assertServes("whole");
    }

    @Test
    void valuesThatCouldNotBeReadAgainAreRefusedBeforeAnyWork() {
        Map<String, Object> query = Map.of("query", "MATCH (user:User)-[:LIKES]->(item:Item) WHERE $a IS NOT NULL "
                + "RETURN user, item");
        assertThatThrownBy(() -> train("large", with(query, Map.of("a", "x".repeat(20_000_000)))))
                .hasMessageContaining("a model keeps at most 16777216");
        Object deep = List.of();
        for (int n = 0; n < 300; n++) {
            deep = List.of(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> train("large", with(query, Map.of("a", tooDeep))))
                .hasMessageContaining("params: 'a' has lists or maps inside each other 100 times or more");
        train("large", with(query, Map.of("a", Map.of("k".repeat(60_000), 1))));
        assertThat(problem("large")).isNull();
        assertServes("large");
        assertServes("whole");
    }

    private static Map<String, Object> with(Map<String, Object> query, Map<String, Object> params) {
        Map<String, Object> map = new HashMap<>(query);
        map.put("params", params);
        return map;
    }

    private static void train(String name, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(FAST);
        config.put("modelName", name);
        config.putAll(more);
        rows("CALL gnnrec.train($config)", "config", config);
    }

    private static String problem(String name) {
        return rows("CALL gnnrec.model.list() YIELD modelName, problem WHERE modelName = $name RETURN problem", "name",
                name).get(0).get("problem").asString(null);
    }

    private static void assertServes(String name) {
        assertThat(recommend(name)).hasSize(3);
    }

    private static List<Record> recommend(String name) {
        return rows("CALL gnnrec.recommend(0, 3, {modelName: $name})", "name", name);
    }
}
