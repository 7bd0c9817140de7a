package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

class BlendIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'blend', randomSeed: 1})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void validationChoosesThePartsAndTheirWeights() {
        Record row = rows(TRAIN).getFirst();
        Map<String, Object> configuration = row.get("configuration").asMap();
        Map<String, Object> metrics = row.get("metrics").asMap();
        assertThat(configuration).containsKeys("spectral", "slim", "twoHop", "partWeights");
        assertThat(row.get("configuration").get("partWeights").asMap(Value::asDouble).values().stream()
                .mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-6));
        assertThat(metrics.get("partWeights")).isEqualTo(configuration.get("partWeights"));
        assertThat((List<?>) metrics.get("pilots")).hasSizeGreaterThan(25);
        assertThat(rows("MATCH (u:User {id: 0}) RETURN size(u.gnnrec_default) AS d").getFirst().get("d").asLong())
                .isEqualTo(row.get("configuration").get("spectral").get("embeddingDimension").asLong());
        assertThat(rows("SHOW VECTOR INDEXES")).hasSize(1);
        assertThat(rows("CALL gnnrec.communities()")).isNotEmpty();
    }

    @Test
    void evaluationListsEachPartThatCounts() {
        rows("MATCH (u:User)-[r:LIKES]->(i:Item) WHERE (u.id + i.id / 2) % 5 = 0 CREATE (u)-[:LATER]->(i) DELETE r");
        rows("CALL gnnrec.train({modelType: 'blend', randomSeed: 1, relationshipTypes: ['LIKES'], "
                + "testRelationshipTypes: ['LATER'], partWeights: {spectral: 1, slim: 1}})");
        assertThat(rows("CALL gnnrec.evaluate() YIELD model, metric WITH * WHERE metric = 'ndcg' RETURN model"))
                .extracting(row -> row.get("model").asString())
                .containsExactly("default", "default.spectral", "default.slim", "popularity", "itemKnn", "rp3beta");
    }

    @Test
    void evaluationRanksAsRecommendationsDo() {
        rows("MATCH (u:User)-[r:LIKES]->(i:Item) WHERE (u.id + i.id / 2) % 5 = 0 CREATE (u)-[:LATER]->(i) DELETE r");
        rows("CALL gnnrec.train({modelType: 'blend', randomSeed: 1, relationshipTypes: ['LIKES'], "
                + "testRelationshipTypes: ['LATER'], partWeights: {spectral: 1, slim: 1, twoHop: 1}})");
        double recall = rows("CALL gnnrec.evaluate({k: 20}) YIELD model, metric, value WITH * "
                + "WHERE model = 'default' AND metric = 'recall' RETURN value").getFirst().get("value").asDouble();
        double served = rows("""
                MATCH (u:User)-[:LATER]->(i) WITH u, collect(i.id) AS later
                CALL gnnrec.recommend(u, 20) YIELD itemId
                WITH u, later, collect(itemId) AS list
                RETURN avg(1.0 * size([id IN later WHERE id IN list]) /
                    CASE WHEN size(later) < 20 THEN size(later) ELSE 20 END) AS recall""")
                .getFirst().get("recall").asDouble();
        assertThat(recall).isCloseTo(served, within(1e-6)).isGreaterThan(0.5);
    }

    @Test
    void aUserIsServedAsTrainedAndANewOneWithTheirItemsAlike() {
        rows(TRAIN);
        List<Record> trained = rows("CALL gnnrec.recommend(5, 5) YIELD itemId, score, basis");
        assertThat(trained).hasSize(5).allMatch(row -> row.get("basis").asString().equals("trained"));
        rows("MATCH (:User {id: 5})-[:LIKES]->(i) WITH collect(i) AS items CREATE (n:User {id: 1000}) "
                + "FOREACH (i IN items | CREATE (n)-[:LIKES]->(i))");
        List<Record> folded = rows("CALL gnnrec.recommend(1000, 5) YIELD itemId, score, basis");
        assertThat(folded).allMatch(row -> row.get("basis").asString().equals("foldIn"));
        assertThat(folded).extracting(row -> row.get("itemId").asObject())
                .isEqualTo(trained.stream().map(row -> row.get("itemId").asObject()).toList());
    }

    @Test
    void contributionsAddUpToTheScore() {
        rows(TRAIN);
        Record best = rows("CALL gnnrec.recommend(7, 1)").getFirst();
        List<Record> reasons = rows("CALL gnnrec.explain(7, $item)", "item", best.get("itemId").asObject());
        assertThat(reasons.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum())
                .isCloseTo(best.get("score").asDouble(), within(1e-5));
        assertThat(reasons.stream().mapToDouble(row -> row.get("share").asDouble()).sum()).isCloseTo(1, within(1e-5));
    }

    @Test
    void theSameSeedGivesTheSameEmbeddings() {
        String embedding = "MATCH (i:Item {id: 3}) RETURN gnnrec.embedding(i) AS e";
        rows(TRAIN);
        List<Object> first = rows(embedding).getFirst().get("e").asList();
        rows("CALL gnnrec.model.drop('default')");
        rows("CALL gnnrec.train({modelType: 'blend', randomSeed: 1, concurrency: 1})");
        assertThat(rows(embedding).getFirst().get("e").asList()).isEqualTo(first);
    }

    @Test
    void keysAreChecked() {
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'blend', slim: {neighbors: 0}})"))
                .hasMessageContaining("slim: neighbors must be a whole number in [1, 1000] but was 0");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'blend', partWeights: {lightgcn: 1}})"))
                .hasMessageContaining("partWeights must be a map of spectral, slim, twoHop to numbers");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({slim: {}})"))
                .hasMessageContaining("slim has no meaning with modelType 'lightgcn'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'blend', neighbors: 5})"))
                .hasMessageContaining("neighbors has no meaning with modelType 'blend'");
        rows(TRAIN);
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true})"))
                .hasMessageContaining("is of modelType 'blend', which has nothing to go on from");
    }
}
