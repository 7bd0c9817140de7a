package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.SharedServer.rows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** {@code gnnrec.train} while it runs: one at a time, watched, ended, and the same bits again. */
class TrainIT {
    private static final String LONG = "CALL gnnrec.train({epochs: 10000, patience: 10000, layers: 3, temperature: 0.2, "
            + "negativePopularity: 0})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void writesTheSameBitsForTheSameSeed() {
        rows("CALL gnnrec.train({modelName: 'a', epochs: 3, randomSeed: 5})");
        rows("CALL gnnrec.train({modelName: 'b', epochs: 3, randomSeed: 5})");
        rows("CALL gnnrec.train({modelName: 'c', epochs: 3, randomSeed: 6})");
        assertThat(rows("MATCH (n) WHERE n.gnnrec_a IS NOT NULL AND n.gnnrec_a <> n.gnnrec_b RETURN n")).isEmpty();
        assertThat(rows("MATCH (n) WHERE n.gnnrec_a IS NOT NULL AND n.gnnrec_a <> n.gnnrec_c RETURN n")).isNotEmpty();
    }

    @Test
    void showsItsProgressRefusesASecondTrainingAndEndsWithinASecond() {
        rows("CALL gnnrec.train({epochs: 1})");
        List<Record> list = rows("CALL gnnrec.recommend(5, 10)");
        CompletableFuture<List<Record>> training = CompletableFuture.supplyAsync(() -> rows(LONG));
        String id = awaitEpoch();
        assertThatThrownBy(() -> rows("CALL gnnrec.train()"))
                .hasMessageContaining("is being trained, written or dropped by another");
        assertThatThrownBy(() -> rows("CALL gnnrec.model.drop('default')")).hasMessageContaining("is being trained");

        long start = System.nanoTime();
        rows("TERMINATE TRANSACTIONS $id", "id", id);
        assertThatThrownBy(training::join).isInstanceOf(CompletionException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(rows("CALL gnnrec.recommend(5, 10)")).isEqualTo(list);
        assertThat(rows("MATCH (m:_GnnRecModel) RETURN m.state AS state"))
                .extracting(row -> row.get("state").asString())
                .containsExactly("CURRENT");
        assertThat(rows("MATCH (p:_GnnRecPart) WHERE NOT EXISTS { (p)<-[:_PART]-() } RETURN p")).isEmpty();
    }

    @Test
    void recommendsAtChanceForAPlantedLeakOfRandomTestRelationships() {
        rows("""
                MATCH (u:User) UNWIND range(1, 5) AS n
                WITH u, (u.id * 31 + n * 17 + u.id / 3 * n) % 80 AS itemId MATCH (i:Item {id: itemId})
                WHERE NOT EXISTS { (u)-[:LIKES]->(i) } MERGE (u)-[:TEST]->(i)""");
        rows("CALL gnnrec.train({testRelationshipTypes: ['TEST'], epochs: 30, learningRate: 0.01})");
        Record recall = rows(
                "CALL gnnrec.evaluate() YIELD model, metric, low, high WHERE model = 'default' AND metric = 'recall' "
                        + "RETURN low, high")
                .get(0);
        double chance = 20.0 / 68;
        assertThat(recall.get("low").asDouble()).isLessThan(chance * 1.3);
        assertThat(recall.get("high").asDouble()).isGreaterThan(chance * 0.7);
        assertThat(recall.get("high").asDouble()).isLessThan(chance * 1.6);
    }

    @Test
    void estimatesWithoutTraining() {
        Record estimate = rows("CALL gnnrec.train.estimate()").get(0);
        assertThat(estimate.get("userCount").asLong()).isEqualTo(200);
        assertThat(estimate.get("itemCount").asLong()).isEqualTo(80);
        assertThat(estimate.get("bytesMin").asLong()).isPositive();
        assertThat(rows("MATCH (m:_GnnRecModel) RETURN m")).isEmpty();
    }

    @Test
    void dropsEverythingItWrote() {
        rows("CALL gnnrec.train({epochs: 1})");
        rows("CALL gnnrec.model.drop('default')");
        assertThat(rows("MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT key"))
                .extracting(row -> row.get("key").asString())
                .containsExactly("id");
        assertThat(rows("SHOW INDEXES YIELD type WHERE type = 'VECTOR'")).isEmpty();
        assertThat(rows("CALL gnnrec.model.list()")).isEmpty();
    }

    @Test
    void movesItsCopyWhenThePropertyIsRenamed() {
        rows("CALL gnnrec.train({epochs: 1})");
        rows("CALL gnnrec.train({epochs: 1, writeProperty: 'taste'})");
        assertThat(rows("MATCH (n:User) UNWIND keys(n) AS key RETURN DISTINCT key ORDER BY key"))
                .extracting(row -> row.get("key").asString()).containsExactly("id", "taste");
        assertThat(rows("SHOW INDEXES YIELD name, type WHERE type = 'VECTOR' RETURN name"))
                .extracting(row -> row.get("name").asString())
                .containsExactly("taste_index");
    }

    private static String awaitEpoch() {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100)).until(() -> rows("""
                SHOW TRANSACTIONS YIELD transactionId, statusDetails
                WHERE statusDetails STARTS WITH 'gnnrec.train: ' AND statusDetails CONTAINS 'epoch'
                RETURN transactionId AS id"""), found -> !found.isEmpty()).get(0).get("id").asString();
    }
}
