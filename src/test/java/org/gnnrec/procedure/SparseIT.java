package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.Comparator;
import java.util.List;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;

class SparseIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'sparse', randomSeed: 1})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void validationChoosesTheMethodAndNodesGetNoEmbeddings() {
        Record row = rows(TRAIN).getFirst();
        assertThat(row.get("modelType").asString()).isEqualTo("sparse");
        assertThat(row.get("configuration").asMap()).containsEntry("vectorIndex", false)
                .doesNotContainKeys("embeddingDimension", "epochs")
                .extractingByKeys("method", "userExponent", "inputExponent", "outputExponent", "regularization")
                .doesNotContainNull();
        assertThat((List<?>) row.get("metrics").asMap().get("pilots")).hasSizeGreaterThan(10);
        assertThat(row.get("metrics").get("ndcgAt20").asDouble()).isGreaterThan(0.3);
        assertThat(row.get("nodePropertiesWritten").asLong()).isZero();
        assertThat(rows("MATCH (n) WHERE n.gnnrec_default IS NOT NULL RETURN n")).isEmpty();
        assertThat(rows("SHOW VECTOR INDEXES")).isEmpty();
        Record listed = rows("CALL gnnrec.model.list('default')").getFirst();
        assertThat(listed.get("copied").asBoolean()).isTrue();
        assertThat(listed.get("missingCopies").asLong()).isZero();
    }

    @Test
    void theEmbeddingsOfTheModelBeforeItAreRemoved() {
        rows("CALL gnnrec.train({modelType: 'spectral', randomSeed: 1})");
        assertThat(rows("MATCH (n) WHERE n.gnnrec_default IS NOT NULL RETURN n")).hasSize(280);
        rows(TRAIN);
        assertThat(rows("MATCH (n) WHERE n.gnnrec_default IS NOT NULL OR n.gnnrec_default_index IS NOT NULL RETURN n"))
                .isEmpty();
        assertThat(rows("SHOW VECTOR INDEXES")).isEmpty();
        assertThat(rows("CALL gnnrec.recommend(5, 5)")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "method: 'slim'", "method: 'twoHop'", "method: 'twoHop', exact: false, neighbors: 30" })
    void everyMethodServesAndEvaluatesByItsOwnScores(String keys) {
        rows("CALL gnnrec.train({modelType: 'sparse', randomSeed: 1, " + keys + "})");
        List<Record> items = rows("CALL gnnrec.recommend(4, 60) YIELD itemId, score");
        assertThat(items).hasSize(60);
        assertThat(items.subList(0, 10)).allMatch(row -> row.get("itemId").asLong() % 2 == 0);
        assertThat(items).extracting(row -> row.get("score").asDouble())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void evaluationRanksAsRecommendationsDo() {
        rows("MATCH (u:User)-[r:LIKES]->(i:Item) WHERE (u.id + i.id / 2) % 5 = 0 CREATE (u)-[:LATER]->(i) DELETE r");
        rows("CALL gnnrec.train({modelType: 'sparse', randomSeed: 1, relationshipTypes: ['LIKES'], "
                + "testRelationshipTypes: ['LATER']})");
        double recall = rows("CALL gnnrec.evaluate({k: 20}) YIELD model, metric, value WITH * "
                + "WHERE model = 'default' AND metric = 'recall' RETURN value").getFirst().get("value")
                .asDouble();
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
    void whatNeedsEmbeddingsSaysThatThereAreNone() {
        rows(TRAIN);
        for (String call : List.of("MATCH (i:Item {id: 3}) RETURN gnnrec.embedding(i)",
                "CALL gnnrec.embeddings.write()", "CALL gnnrec.communities()")) {
            assertThatThrownBy(() -> rows(call)).hasMessageContaining(
                    "model 'default' of modelType 'sparse' has no embeddings");
        }
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'sparse', vectorIndex: true})"))
                .hasMessageContaining("vectorIndex: true needs embeddings, but modelType 'sparse' has none");
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
    void aTrainingIsEstimatedAndThatWhichFitsRuns() {
        for (String type : List.of("sparse", "blend")) {
            Record row = rows("CALL gnnrec.train.estimate({modelType: '" + type + "'})").getFirst();
            assertThat(row.get("bytesMax").asLong()).as(type).isBetween(10_000L, 100_000_000L);
        }
    }

    @Test
    void keysAreChecked() {
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'sparse', outputExponent: 2})"))
                .hasMessageContaining("outputExponent must be a number in [-1, 1] but was 2");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'sparse', method: 'ease'})"))
                .hasMessageContaining("method must be 'slim' or 'twoHop' but was 'ease'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({regularization: 10})"))
                .hasMessageContaining("regularization has no meaning with modelType 'lightgcn'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'sparse', embeddingDimension: 64})"))
                .hasMessageContaining("embeddingDimension has no meaning with modelType 'sparse'");
    }
}
