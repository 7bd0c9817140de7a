package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.SharedServer.rows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gnnrec.testing.Checkerboard;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** The copy of a model on the nodes: what users do to it is seen, made good, and removed with the model. */
class CopyIT {
    private static final long NODES = Checkerboard.USERS + Checkerboard.ITEMS;
    private static final String NEAREST = "MATCH (i:Item {id: 7}) CALL db.index.vector.queryNodes("
            + "'gnnrec_default_index', 10, i.gnnrec_default_index) YIELD node RETURN node.id AS id";

    @BeforeEach
    void train() {
        SharedServer.loadCheckerboard();
        rows("CALL gnnrec.train({layers: 2, temperature: 0.15, negativePopularity: 0, epochs: 3})");
    }

    @Test
    void propertiesThatTheUserRemovedComeBack() {
        assertListed(true, 0);
        var nearest = rows(NEAREST);
        assertThat(nearest).hasSize(10);
        rows("MATCH (n:User|Item) SET n = {id: n.id}");
        assertListed(false, NODES);
        Record row = write();
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(NODES + Checkerboard.ITEMS);
        assertThat(row.get("nodesGone").asLong()).isZero();
        assertThat(row.get("modelVersion").asLong()).isEqualTo(1);
        assertListed(true, 0);
        rows("CALL db.awaitIndexes()");
        assertThat(rows(NEAREST)).isEqualTo(nearest);
        assertThat(write().get("nodePropertiesWritten").asLong()).isZero();
    }

    @Test
    void nodesMadeAgainAndADroppedIndexComeBack() {
        var nearest = rows(NEAREST);
        rows("MATCH (i:Item) CREATE (:Item {id: i.id}) DETACH DELETE i");
        rows("MATCH (u:User {id: 3}) DETACH DELETE u");
        rows("DROP INDEX gnnrec_default_index");
        assertListed(false, Checkerboard.ITEMS);
        Record row = write();
        assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(2 * Checkerboard.ITEMS);
        assertThat(row.get("nodesGone").asLong()).isEqualTo(1);
        assertListed(true, 0);
        rows("CALL db.awaitIndexes()");
        assertThat(rows(NEAREST)).isEqualTo(nearest);
    }

    @Test
    void aDropLeavesNothingOnNodesWhoseLabelsChanged() {
        rows("MATCH (n) WHERE n.id = 5 AND (n:User OR n:Item) SET n:Other REMOVE n:User, n:Item");
        assertListed(true, 0);
        rows("CALL gnnrec.model.drop('default')");
        assertThat(rows("MATCH (n) UNWIND keys(n) AS key WITH DISTINCT key RETURN key"))
                .extracting(row -> row.get("key").asString()).containsExactly("id");
    }

    @Test
    void aDropThatEndsWhileItWaitsForTheSchemaIsFinishedByTheNext() {
        try (Session session = SharedServer.driver().session(); Transaction holder = session.beginTransaction()) {
            holder.run(NEAREST).consume();
            CompletableFuture<Void> drop = CompletableFuture.runAsync(() -> rows("CALL gnnrec.model.drop('default')"));
            await().atMost(Duration.ofSeconds(30)).until(() -> !exists());
            rows("SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery "
                    + "WHERE currentQuery STARTS WITH 'CALL gnnrec.model.drop' TERMINATE TRANSACTIONS id "
                    + "YIELD message RETURN message");
            assertThatThrownBy(drop::join).hasMessageContaining("terminated");
        }
        assertThat(rows("CALL gnnrec.model.list()")).isEmpty();
        assertThat(left()).isEqualTo(List.of("gnnrec_default", "gnnrec_default_index", "id"));
        Record row = rows("CALL gnnrec.model.drop('default', false)").get(0);
        assertThat(row.get("modelName").asString()).isEqualTo("default");
        assertThat(row.get("problem").asString()).isEqualTo("an earlier drop of it was interrupted");
        assertThat(left()).isEqualTo(List.of("id"));
        assertThat(rows("SHOW INDEXES YIELD type WHERE type = 'VECTOR'")).isEmpty();
        assertThat(rows("MATCH (n:_GnnRecModel|_GnnRecPart) RETURN n")).isEmpty();
        assertThat(rows("CALL gnnrec.model.drop('default', false)")).isEmpty();
    }

    private static boolean exists() {
        return rows("CALL gnnrec.model.exists('default')").get(0).get("exists").asBoolean();
    }

    /** The keys of all nodes of the graph. */
    private static List<Object> left() {
        return rows("MATCH (n:User|Item) UNWIND keys(n) AS key WITH DISTINCT key ORDER BY key "
                + "RETURN collect(key) AS keys").get(0).get("keys").asList();
    }

    private static Record write() {
        return rows("CALL gnnrec.embeddings.write()").get(0);
    }

    private static void assertListed(boolean copied, long missing) {
        for (boolean exact : new boolean[]{ false, true }) {
            Record row = rows("CALL gnnrec.model.list('default', {exact: $exact})", "exact", exact).get(0);
            assertThat(row.get("missingCopies").asLong()).isEqualTo(missing);
            assertThat(row.get("copied").asBoolean()).isEqualTo(copied);
        }
    }
}
