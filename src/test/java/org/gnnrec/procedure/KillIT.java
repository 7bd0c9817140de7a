package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.gnnrec.lab.data.DatasetLoader;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.server.Neo4jServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** The process is killed at several moments; after the restart a whole model recommends and the debris goes. */
class KillIT {
    private static final int ATTEMPTS = 5;
    private static final String TRAIN = "CALL gnnrec.train({relationshipTypes: ['TRAIN'], layers: 1, temperature: 0.15, "
            + "negativePopularity: 0, epochs: 2, patience: 2, embeddingDimension: 256})";
    private static final String LIST = "MATCH (u:User) WITH u ORDER BY u.id LIMIT 20 "
            + "CALL gnnrec.recommend(u, 5) YIELD itemId, score, modelVersion RETURN u.id, itemId, score, modelVersion";

    @TempDir
    static Path home;

    @BeforeAll
    static void trainOnce() {
        try (Neo4jServer server = Neo4jServer.at(home).start()) {
            DatasetLoader.load(SampleGenerator.generate(3), server.driver());
            rows(server.driver(), TRAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "select", "fit", "storing" })
    void beforeTheSwitchTheOldVersionStays(String phase) {
        List<Record> before = killIn(phase);
        try (Neo4jServer server = Neo4jServer.at(home).start()) {
            assertThat(recommend(server.driver())).isEqualTo(before);
            assertHealsBy(server.driver());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "write users", "write" })
    void afterTheSwitchTheNewVersionServesThoughItsCopyIsNotWhole(String phase) {
        List<Record> before = killIn(phase);
        try (Neo4jServer server = Neo4jServer.at(home).start()) {
            long old = before.get(0).get("modelVersion").asLong();
            assertThat(recommend(server.driver())).allMatch(row -> row.get("modelVersion").asLong() == old + 1);
            assertHealsBy(server.driver());
        }
    }

    /**
     * Kills the server as soon as a training's status names this phase; returns what was recommended before. A phase may
     * be over before it is seen: then another training follows.
     */
    private static List<Record> killIn(String phase) {
        Neo4jServer server = Neo4jServer.at(home).start();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<Record> before = recommend(server.driver());
                CompletableFuture<Void> training = CompletableFuture.runAsync(() -> rows(server.driver(), TRAIN));
                if (isCaught(server.driver(), training, phase)) {
                    return before;
                }
            }
            throw new AssertionError("no training was caught in '" + phase + "'");
        } finally {
            server.kill();
        }
    }

    private static boolean isCaught(Driver driver, CompletableFuture<Void> training, String phase) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(2))
                .until(() -> training.isDone() || isIn(driver, phase));
        return !training.isDone();
    }

    private static boolean isIn(Driver driver, String phase) {
        return !rows(driver, "SHOW TRANSACTIONS YIELD statusDetails WHERE statusDetails STARTS WITH $start RETURN 1",
                "start", "gnnrec.train: " + phase).isEmpty();
    }

    private static void assertHealsBy(Driver driver) {
        rows(driver, TRAIN);
        assertThat(rows(driver, "MATCH (m:_GnnRecModel) RETURN m.state AS state, m.copied AS copied")).hasSize(1)
                .allMatch(row -> row.get("state").asString().equals("CURRENT") && row.get("copied").asBoolean());
        assertThat(rows(driver, "MATCH (p:_GnnRecPart) WHERE NOT EXISTS { (p)<-[:_PART]-() } RETURN p")).isEmpty();
        assertThat(rows(driver, "MATCH (n:Item) WHERE n.gnnrec_default_index IS NULL RETURN n")).isEmpty();
    }

    private static List<Record> recommend(Driver driver) {
        return rows(driver, LIST);
    }
}
