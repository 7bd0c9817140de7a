package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gnnrec.lab.server.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a small heap: what does not fit is refused, and nothing fills the heap. */
class HeapIT {
    private static final long LOADED_MODELS = 9L << 20;
    private static final Map<String, Object> FAST = Map.of("epochs", 1, "layers", 1, "temperature", 0.2,
            "negativePopularity", 0, "validationFraction", 0.0, "vectorIndex", false);

    @TempDir
    static Path home;
    private static Neo4jServer server;

    @BeforeAll
    static void start() {
        server = Neo4jServer.at(home).withHeap("300m").withJvmFlag("-Dgnnrec.dense=java")
                .withJvmFlag("-Dgnnrec.loadedModels=" + LOADED_MODELS).start();
        query("UNWIND range(0, 2999) AS id CREATE (:User {id: id}) CREATE (:Item {id: id})");
        query("CREATE INDEX item_id FOR (i:Item) ON (i.id)");
        query("CALL db.awaitIndexes(60)");
        query("MATCH (u:User) UNWIND range(0, 9) AS n "
                + "MATCH (i:Item {id: (u.id * 7 + n * n) % 3000}) CREATE (u)-[:LIKES]->(i)");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void loadedModelsStayWithinTheirBoundHoweverManyThereAre() {
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < 12; n++) {
                if (round == 0) {
                    train("m" + n, Map.of("embeddingDimension", 128));
                }
                assertThat(rows(server.driver(), "CALL gnnrec.recommend(0, 3, {modelName: $name})", "name", "m" + n))
                        .hasSize(3);
                assertThat(loadedBytes()).isBetween(1L, LOADED_MODELS);
            }
        }
        assertThat(rows(server.driver(), "CALL gnnrec.train.estimate() YIELD treeView RETURN treeView").get(0)
                .get("treeView").asString()).contains("|-- loaded models: ");
    }

    @Test
    void aModelLargerThanTheBoundIsRefusedWithTheNumberToSet() {
        train("wide", Map.of("embeddingDimension", 512));
        assertThatThrownBy(() -> query("CALL gnnrec.recommend(0, 3, {modelName: 'wide'})"))
                .hasMessageContaining("model 'wide' takes 2").hasMessageContaining("-Dgnnrec.loadedModels=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "MATCH (user:User {id: 1}), (item:Item {id: 1}) UNWIND range(1, 1000000000) AS n RETURN user, item",
            "MATCH (user:User {id: 1}), (item:Item {id: 1}) UNWIND range(1, 1000000000) AS n "
                    + "RETURN user, item, 'TYPE' + n AS type" })
    void aQueryThatWouldFillTheHeapIsRefusedWhileItIsRead(String query) {
        for (String call : new String[]{ "CALL gnnrec.train($config)", "CALL gnnrec.train.estimate($config)" }) {
            assertThatThrownBy(() -> rows(server.driver(), call, "config", Map.of("query", query)))
                    .hasMessageContaining("the heap has no room for more")
                    .hasMessageContaining("raise server.memory.heap.max_size");
            assertThat(server.console()).doesNotContain("OutOfMemory");
        }
    }

    @Test
    void aSecondTrainingIsRefusedWhereBothDoNotFit() {
        Map<String, Object> large = Map.of("modelName", "first", "embeddingDimension", 1024, "epochs", 1000, "layers",
                1,
                "temperature", 0.2, "negativePopularity", 0, "validationFraction", 0.0);
        CompletableFuture<Void> first = CompletableFuture
                .runAsync(() -> rows(server.driver(), "CALL gnnrec.train($config)", "config", large));
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> first.isDone() || !rows(server.driver(),
                    "SHOW TRANSACTIONS YIELD statusDetails WHERE statusDetails CONTAINS 'epoch' RETURN 1").isEmpty());
            assertThatThrownBy(() -> train("second", Map.of("embeddingDimension", 1024)))
                    .hasMessageContaining("of other calls, but the server has 300 MiB");
        } finally {
            query("SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery STARTS WITH 'CALL gnnrec.train(' "
                    + "TERMINATE TRANSACTIONS transactionId YIELD message RETURN message");
        }
        assertThatThrownBy(first::join).hasMessageContaining("terminated");
    }

    private static long loadedBytes() {
        return rows(server.driver(), "CALL gnnrec.model.list() YIELD loadedBytes RETURN sum(loadedBytes) AS bytes")
                .get(0)
                .get("bytes").asLong();
    }

    private static void train(String name, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(FAST);
        config.put("modelName", name);
        config.putAll(more);
        rows(server.driver(), "CALL gnnrec.train($config)", "config", config);
    }

    private static void query(String query) {
        rows(server.driver(), query);
    }
}
