package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;

/** {@code warmStart}: the stored model goes on learning, on the graph as it is now. */
class WarmStartIT {
    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void goesOnWithTheConfigurationOfTheStoredModelAFifthAsLong() {
        Record full = train("{embeddingDimension: 16, learningRate: 0.01, epochs: 30}");
        Record warm = train("{warmStart: true}");
        assertThat(warm.get("modelVersion").asLong()).isEqualTo(2);
        assertThat(warm.get("ranEpochs").asLong())
                .isEqualTo(Math.ceilDiv(full.get("metrics").get("bestEpoch").asLong(), 5));
        Map<String, Object> expected = new HashMap<>(full.get("configuration").asMap());
        expected.putAll(Map.of("warmStart", true, "epochs", warm.get("ranEpochs").asLong(), "validationFraction", 0.0,
                "refit", false));
        assertThat(warm.get("configuration").asMap()).isEqualTo(expected);
        assertThat(train("{warmStart: true}").get("ranEpochs")).isEqualTo(warm.get("ranEpochs"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void beginsWhereTheStoredModelEnded(int layers) {
        Record full = train(
                "{layers: %d, epochs: 40, learningRate: 0.01, validationFraction: 0, patience: 50}".formatted(layers));
        Record warm = train("{warmStart: true, epochs: 1, learningRate: 0.0001}");
        assertThat(loss(warm, 0) - loss(full, 39)).isLessThan(0.1 * (loss(full, 0) - loss(full, 39)));
    }

    @Test
    void foldsInWhatIsNewAndForgetsWhatIsGone() {
        // LightGCN++ orders by chance what is far from all that a user has, on a graph as regular as this.
        train("{epochs: 30, learningRate: 0.01, rowNormalization: false}");
        rows("MATCH (u:User {id: 8}) DETACH DELETE u");
        rows("MATCH (i:Item {id: 9}) DETACH DELETE i");
        rows("""
                CREATE (u:User {id: 1000}), (i:Item {id: 1000})
                WITH u, i MATCH (other:Item) WHERE other.id IN [1, 3, 5, 7, 11, 13] CREATE (u)-[:LIKES]->(other)
                WITH DISTINCT i MATCH (v:User) WHERE v.id IN range(21, 81, 2) CREATE (v)-[:LIKES]->(i)""");
        Record warm = train("{warmStart: true}");
        assertThat(warm.get("userCount").asLong()).isEqualTo(200);
        assertThat(warm.get("itemCount").asLong()).isEqualTo(80);
        List<Record> list = rows("CALL gnnrec.recommend(1000, 10) YIELD itemId, basis RETURN itemId, basis");
        assertThat(list).hasSize(10).allMatch(row -> row.get("basis").asString().equals("trained"))
                .allMatch(row -> row.get("itemId").asLong() == 1000 || row.get("itemId").asLong() % 2 == 1);
        assertThat(rows("CALL gnnrec.recommend(99, 20) YIELD itemId RETURN itemId"))
                .extracting(row -> row.get("itemId").asLong()).contains(1000L);
    }

    @Test
    void choosesTheEpochOnRelationshipsThatNeitherTrainingSaw() {
        rows("MATCH (u:User)-[like:LIKES]->(i:Item) WHERE (u.id + i.id / 2) % 9 = 0 CREATE (u)-[:LATER]->(i) DELETE like");
        train("{epochs: 20, learningRate: 0.01, validationRelationshipTypes: ['LATER']}");
        Record warm = train("{warmStart: true, epochs: 4}");
        assertThat(warm.get("metrics").asMap()).containsKeys("ndcgAt20", "bestEpoch");
        assertThat(warm.get("metrics").get("pilots").asList()).isEmpty();
        assertThat(warm.get("ranEpochs").asLong()).isBetween(1L, 4L);
    }

    @Test
    void needsAStoredModelAndCountsItInTheEstimate() {
        assertThatThrownBy(() -> train("{warmStart: true}")).hasMessageContaining("there is no model 'default'");
        train("{epochs: 1}");
        assertThat(rows("CALL gnnrec.train.estimate({warmStart: true}) YIELD treeView RETURN treeView").get(0)
                .get("treeView").asString()).contains("stored model");
    }

    @Test
    void refusesAModelThatKnowsNoneOfTheNodes() {
        train("{epochs: 1}");
        rows("MATCH (u:User) SET u.id = 'u' + u.id");
        assertThatThrownBy(() -> train("{warmStart: true}")).hasMessageContaining("knows none of the 200 User nodes")
                .hasMessageMatching("(?s).*'u(\\d+)' now, \\1 then.*");
        assertThat(rows("MATCH (m:_GnnRecModel) RETURN m.state AS state, m.modelVersion AS version")).hasSize(1);
    }

    private static double loss(Record trained, int epoch) {
        return trained.get("epochLosses").get(epoch).asDouble();
    }

    private static Record train(String config) {
        return rows("CALL gnnrec.train(" + config + ")").get(0);
    }
}
