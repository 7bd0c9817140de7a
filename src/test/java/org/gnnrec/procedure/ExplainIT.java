package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.types.Path;

/** {@code gnnrec.explain} on the real server, for all model types: what it says of a score is what {@code recommend} serves. */
class ExplainIT {
    private static final String SHORT = "epochs: 10, learningRate: 0.02, validationFraction: 0";
    private static final String WEIGHTED = SHORT + ", relationshipWeights: {LIKES: 2, VIEWED: 1}, "
            + "relationshipWeightProperty: 'times'";

    @BeforeAll
    static void load() {
        SharedServer.loadCheckerboard();
        rows("MATCH (u:User)-[:LIKES]->(i:Item) WHERE (u.id + i.id) % 3 = 0 "
                + "CREATE (u)-[:VIEWED {times: 1 + u.id % 4}]->(i)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "layers: 1, " + WEIGHTED, "layers: 2, " + WEIGHTED, "layers: 2, rowNormalization: true, "
            + WEIGHTED, "layers: 1, " + SHORT, "modelType: 'pinsage', sampleSizes: [5, 3], " + WEIGHTED })
    void contributionsAddUpToTheScoreOfRecommend(String config) {
        rows("CALL gnnrec.train({" + config + "})");
        assertSums("MATCH (u:User {id: 7}) RETURN u.id");
        assertSums("MATCH (u:User {id: 7})-[r:LIKES]->() WITH u, r LIMIT 2 DELETE r");
        assertSums("MATCH (u:User {id: 7}), (i:Item) WHERE i.id IN [1, 2, 3] CREATE (u)-[:VIEWED {times: 7}]->(i)");
        assertSums("MATCH (u:User {id: 7}) SET u.id = -7 CREATE (n:User {id: 7}) WITH u, n MATCH (u)-[:LIKES]->(i) "
                + "CREATE (n)-[:LIKES]->(i)");
    }

    /** After a change that is not committed. */
    private static void assertSums(String change) {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run(change).consume();
            for (Record item : tx.run("CALL gnnrec.recommend(7, 3)").list()) {
                List<Record> list = tx.run("CALL gnnrec.explain(7, $item)", Map.of("item", item.get("itemId"))).list();
                assertThat(sum(list, "contribution")).isCloseTo(item.get("score").asDouble(), within(1e-5));
                assertThat(sum(list, "share")).isCloseTo(1, within(1e-9));
                assertThat(list).hasSizeGreaterThan(8).allMatch(row -> row.get("attention").isNull())
                        .isSortedAccordingTo((a, b) -> Double.compare(b.get("contribution").asDouble(),
                                a.get("contribution").asDouble()));
            }
            tx.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "modelType: 'graphsage'", "modelType: 'graphsage', sampleSizes: [5, 3]",
            "modelType: 'graphsage', aggregator: 'pool'", "modelType: 'gat'",
            "modelType: 'gat', sampleSizes: [5, 3], attentionHeads: 2" })
    void aContributionIsWhatTheScoreOfRecommendFallsByWithoutTheRelationship(String config) {
        rows("CALL gnnrec.train({relationshipTypes: ['LIKES'], " + config + ", " + SHORT + "})");
        long item = rows("CALL gnnrec.recommend(7, 1)").getFirst().get("itemId").asLong();
        double score = score(item, rows("CALL gnnrec.recommend(7, 80)"));
        List<Record> list = rows("CALL gnnrec.explain(7, $item) YIELD because, relationshipType, contribution, share, "
                + "attention, path RETURN because.id AS id, contribution, share, attention, path", "item", item);
        assertThat(list).hasSize(13).allMatch(row -> row.get("share").isNull());
        for (Record row : list) {
            if (!row.get("id").isNull()) {
                assertThat(row.get("contribution").asDouble()).isCloseTo(
                        score - score(item, without(row.get("path").asPath())), within(1e-5));
            }
        }
        if (config.contains("'gat'")) {
            assertThat(sum(list, "attention")).isCloseTo(1, within(1e-5));
            assertThat(list).allMatch(row -> row.get("attention").asDouble() > 0);
        } else {
            assertThat(list).allMatch(row -> row.get("attention").isNull());
        }
    }

    private static List<Record> without(Path path) {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("MATCH ()-[r]->() WHERE elementId(r) = $id DELETE r",
                    Map.of("id", path.relationships().iterator().next().elementId())).consume();
            return tx.run("CALL gnnrec.recommend(7, 80)").list();
        }
    }

    private static double score(long item, List<Record> recommended) {
        return recommended.stream().filter(row -> row.get("itemId").asLong() == item).findFirst().orElseThrow()
                .get("score").asDouble();
    }

    private static double sum(List<Record> list, String column) {
        return list.stream().mapToDouble(row -> row.get(column).asDouble()).sum();
    }

    @Test
    void thePathIsOneOfCypher() {
        rows("CALL gnnrec.train({layers: 1, " + WEIGHTED + "})");
        List<Record> list = rows("""
                MATCH (u:User {id: 8}), (i:Item {id: 6}) CALL gnnrec.explain(u, i) YIELD because, relationshipType, path
                WITH * WHERE because IS NOT NULL
                RETURN relationshipType, length(path) AS length, nodes(path) = [u, because] AS ends,
                    type(relationships(path)[0]) AS type, (u.id + because.id) % 3 = 0 AS viewed""");
        assertThat(list).hasSize(12).allMatch(row -> row.get("length").asInt() == 1)
                .allMatch(row -> row.get("ends").asBoolean())
                .allMatch(row -> row.get("type").equals(row.get("relationshipType")));
        assertThat(list).extracting(row -> row.get("type").asString()).containsOnly("LIKES");
        assertThat(rows("CALL gnnrec.explain(7, 6) YIELD relationshipType RETURN DISTINCT relationshipType AS type "
                + "ORDER BY type")).extracting(row -> row.get("type").asObject()).containsExactly("LIKES", "VIEWED",
                        null);
    }

    @Test
    void anItemCreatedSinceIsExplainedWhereItHasAnEmbedding() {
        rows("CALL gnnrec.train({modelName: 'sage', modelType: 'graphsage', " + SHORT + "})");
        rows("CALL gnnrec.train({" + SHORT + "})");
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (i:Item {id: 1000}) WITH i MATCH (u:User) WHERE u.id IN [2, 4, 6] CREATE (u)-[:LIKES]->(i)")
                    .consume();
            assertThat(tx.run("CALL gnnrec.explain(2, 1000, {modelName: 'sage'})").list()).hasSize(13);
            assertThatThrownBy(() -> tx.run("CALL gnnrec.explain(2, 1000)").list()).hasMessageContaining(
                    "model 'default' does not know this item, and modelType 'lightgcn' has no embedding");
        }
        rows("CALL gnnrec.model.drop('sage')");
    }

    @Test
    void aModelOfAQueryWithoutTypesHasNoPaths() {
        rows("CALL gnnrec.train({layers: 1, query: 'MATCH (user:User)-[:LIKES]->(item:Item) RETURN user, item', "
                + SHORT
                + "})");
        List<Record> list = rows("CALL gnnrec.explain(7, 6)");
        assertThat(list).hasSize(13).allMatch(row -> row.get("path").isNull())
                .allMatch(row -> row.get("relationshipType").isNull());
        assertThat(list).filteredOn(row -> row.get("because").isNull()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsAnError() {
        rows("CALL gnnrec.train({" + SHORT + "})");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1000, 1)"))
                .hasMessageContaining("there is no User node whose id is 1000");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1, '1')"))
                .hasMessageContaining("there is no Item node whose id is '1', but there is one whose id is 1");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1, null)"))
                .hasMessageContaining("item must be a node or an id but was null");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1, 1, {modelname: 'x'})"))
                .hasMessageContaining("unknown configuration key 'modelname'");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1, 1, {modelName: 'x'})"))
                .hasMessageContaining("there is no model 'x'");
        assertThatThrownBy(() -> rows("CALL gnnrec.explain(1, 1, {modelVersion: 1000})"))
                .hasMessageContaining("has no version 1000");
    }
}
