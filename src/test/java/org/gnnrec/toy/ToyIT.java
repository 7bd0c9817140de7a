package org.gnnrec.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gnnrec.lab.server.Neo4jServer;
import org.gnnrec.testing.Checkerboard;
import org.gnnrec.testing.Queries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;

/** The guides of CONTRIBUTING hold: a type of model and a procedure are one package each, and no other file is touched. */
class ToyIT {
    @TempDir
    private static Path folder;
    private static Neo4jServer server;

    @BeforeAll
    static void trainTheToy() throws IOException {
        server = Neo4jServer.at(folder.resolve("home")).withPlugin(ToyJar.write(folder)).start();
        Checkerboard.load(server.driver());
        rows("MATCH (u:User) MATCH (i:Item {id: u.id % 80}) WHERE NOT (u)-[:LIKES]->(i) CREATE (u)-[:TEST]->(i)");
        Record row = rows("CALL gnnrec.train({modelType: 'toy', testRelationshipTypes: 'TEST'})").getFirst();
        assertThat(row.get("modelType").asString()).isEqualTo("toy");
        assertThat(row.get("ranEpochs").asLong()).isZero();
        assertThat(row.get("configuration").asMap()).containsEntry("embeddingDimension", 256L)
                .containsKey("toyExponent").doesNotContainKeys("epochs", "loss");
        assertThat(row.get("metrics").asMap()).containsKeys("recallAt20", "ndcgAt20", "toyExponent", "selectMillis");
        assertThat((List<?>) row.get("metrics").asMap().get("pilots")).hasSize(2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Record> rows(String query, Object... parameters) {
        return Queries.rows(server.driver(), query, parameters);
    }

    @Test
    void theTypeIsListedStoredAndServed() {
        assertThat(rows("CALL gnnrec.model.list() YIELD modelName, modelType, copied")).extracting(Record::asMap)
                .contains(Map.of("modelName", "default", "modelType", "toy", "copied", true));
        List<Record> recommended = rows("CALL gnnrec.recommend(0, 3)");
        assertThat(recommended).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("basis").asString()).isEqualTo("trained");
            assertThat(row.get("score").asDouble()).isPositive();
        });
    }

    @Test
    void aUserOfTheMomentIsFoldedIn() {
        List<Record> recommended = rows("CREATE (u:User {id: 1000}) WITH u MATCH (i:Item) WITH u, i ORDER BY i.id "
                + "LIMIT 1 CREATE (u)-[:LIKES]->(i) WITH u CALL gnnrec.recommend(u, 2) YIELD basis RETURN basis");
        assertThat(recommended).extracting(row -> row.get("basis").asString()).containsExactly("foldIn", "foldIn");
        rows("MATCH (u:User {id: 1000}) DETACH DELETE u");
    }

    @Test
    void contributionsAddUpToTheScore() {
        Record best = rows("CALL gnnrec.recommend(0, 1)").getFirst();
        List<Record> reasons = rows("CALL gnnrec.explain(0, $item)", "item", best.get("itemId").asObject());
        assertThat(reasons.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum())
                .isCloseTo(best.get("score").asDouble(), within(1e-3));
        assertThat(reasons.stream().mapToDouble(row -> row.get("share").asDouble()).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void itIsEvaluatedAndEstimated() {
        assertThat(
                rows("CALL gnnrec.evaluate() YIELD model, metric, value WHERE model = 'default' RETURN metric, value"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(row -> assertThat(row.get("value").asDouble()).isBetween(0.0, 1.0));
        assertThat(rows("CALL gnnrec.train.estimate({modelType: 'toy'}) YIELD bytesMax RETURN bytesMax").getFirst()
                .get("bytesMax").asLong()).isPositive();
    }

    @Test
    void itsKeysAreChecked() {
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'toy', modelName: 't', toyExponent: 2})"))
                .hasMessageContaining("toyExponent must be a number in [0, 1] but was 2");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'toy', modelName: 't', epochs: 2})"))
                .hasMessageContaining("epochs has no meaning with modelType 'toy'");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'toy', warmStart: true})"))
                .hasMessageContaining("is of modelType 'toy', which has nothing to go on from");
    }

    @Test
    void aDroppedModelIsGoneAndTheSameSeedGivesItAgain() {
        String train = "CALL gnnrec.train({modelName: 'again', modelType: 'toy', refit: false, vectorIndex: false})";
        String scores = "CALL gnnrec.recommend(1, 5, {modelName: 'again'}) YIELD itemId, score RETURN itemId, score";
        rows(train);
        List<Map<String, Object>> first = rows(scores).stream().map(Record::asMap).toList();
        rows("CALL gnnrec.model.drop('again')");
        assertThatThrownBy(() -> rows(scores)).hasMessageContaining("there is no model 'again'");
        rows(train);
        assertThat(rows(scores).stream().map(Record::asMap).toList()).isEqualTo(first);
        rows("CALL gnnrec.model.drop('again')");
    }

    @Test
    void theProcedureReadsAModelAndChecksItsKeys() {
        assertThat(rows("SHOW PROCEDURES YIELD name WHERE name = 'gnnrec.toy.count' RETURN name")).hasSize(1);
        long all = rows("CALL gnnrec.toy.count()").getFirst().get("items").asLong();
        assertThat(rows("CALL gnnrec.toy.count({least: 1000})").getFirst().get("items").asLong()).isZero();
        assertThat(all).isPositive();
        assertThatThrownBy(() -> rows("CALL gnnrec.toy.count({leats: 1})"))
                .hasMessageContaining("unknown configuration key 'leats' (did you mean 'least'?)");
    }
}
