package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.Queries.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.gnnrec.lab.server.Neo4jServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** A training ends soon after its call is terminated or its server is stopped, whatever it waits for. */
class EndIT {
    private static final Map<String, Object> FAST = Map.of("layers", 1, "temperature", 0.15, "negativePopularity", 0,
            "epochs", 1);
    private static final Map<String, Object> LEARNING = Map.of("modelName", "learning", "layers", 3, "temperature",
            0.15, "negativePopularity", 0,
            "epochs", 1000, "patience", 1000, "embeddingDimension", 256);
    private static final Map<String, Object> READING = Map.of("modelName", "reading", "query",
            "MATCH (u:User) WITH collect(u) AS users UNWIND range(1, 1000000000000) AS n "
                    + "WITH n, users WHERE n < 0 RETURN users[0] AS user, users[1] AS item");

    @TempDir
    Path home;
    private Neo4jServer server;

    @BeforeEach
    void start() {
        server = Neo4jServer.at(home).start();
        rows(server.driver(), "CREATE CONSTRAINT FOR (u:User) REQUIRE u.id IS UNIQUE");
        rows(server.driver(), "CREATE CONSTRAINT FOR (i:Item) REQUIRE i.id IS UNIQUE");
        rows(server.driver(), "UNWIND range(0, 2999) AS id CREATE (:User {id: id}) CREATE (:Item {id: id})");
        rows(server.driver(), "MATCH (u:User) UNWIND range(0, 9) AS n "
                + "MATCH (i:Item {id: (u.id * 7 + n * n) % 3000}) CREATE (u)-[:LIKES]->(i)");
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void aTerminatedTrainingEndsThoughItWaitsForALock() {
        try (Session session = server.driver().session(); Transaction holder = session.beginTransaction()) {
            CompletableFuture<Void> training = blocked(holder);
            String id = rows(server.driver(), "SHOW TRANSACTIONS YIELD transactionId, statusDetails "
                    + "WHERE statusDetails STARTS WITH 'gnnrec.train' RETURN transactionId").get(0).get(0).asString();
            rows(server.driver(), "TERMINATE TRANSACTIONS $id", "id", id);
            await().atMost(Duration.ofSeconds(2)).until(training::isDone);
            assertThatThrownBy(training::join).hasCauseInstanceOf(Neo4jException.class)
                    .hasMessageContaining("terminated");
        }
        assertThat(rows(server.driver(),
                "MATCH (u:User) WITH u LIMIT 1 CALL gnnrec.recommend(u, 3) YIELD rank RETURN rank"))
                .hasSize(3);
    }

    /** Neo4j itself waits ten seconds before it terminates transactions, and a minute more for idle ones. */
    @Test
    void trainingsEndWithTheirServerThoughTheyWaitForALockOrReadOrLearn() {
        try (Session session = server.driver().session(); Transaction holder = session.beginTransaction()) {
            List<CompletableFuture<Void>> trainings = List.of(blocked(holder), begin(READING, "reading the graph"),
                    begin(LEARNING, "select"));
            ProcessHandle.of(server.pid()).orElseThrow().destroy();
            await().atMost(Duration.ofSeconds(3)).until(() -> trainings.stream().allMatch(CompletableFuture::isDone));
            assertThat(trainings).allSatisfy(training -> assertThatThrownBy(training::join)
                    .hasMessageContaining("the database is being stopped"));
        }
    }

    /** A training that waits for the lock of this transaction on a user. */
    private CompletableFuture<Void> blocked(Transaction holder) {
        rows(server.driver(), "CALL gnnrec.train($config)", "config", FAST);
        holder.run("MATCH (u:User) WITH u ORDER BY u.id DESC LIMIT 1 SET u.x = 1").consume();
        return begin(FAST, "write users");
    }

    private CompletableFuture<Void> begin(Map<String, Object> config, String phase) {
        CompletableFuture<Void> training = CompletableFuture
                .runAsync(() -> rows(server.driver(), "CALL gnnrec.train($config)", "config", config));
        await().atMost(Duration.ofMinutes(1)).until(() -> training.isDone() || !rows(server.driver(),
                "SHOW TRANSACTIONS YIELD statusDetails WHERE statusDetails STARTS WITH $start RETURN 1", "start",
                "gnnrec.train: " + phase).isEmpty());
        assertThat(training).isNotDone();
        return training;
    }
}
