package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;

import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** {@code gnnrec.recommend} on the real server: fresh, filtered and complete. */
class RecommendIT {
    @BeforeAll
    static void train() {
        SharedServer.loadCheckerboard();
        rows("CREATE (:User {id: 'nobody'})");
        rows("CALL gnnrec.train({epochs: 30, layers: 1, temperature: 0.2, negativePopularity: 0, learningRate: 0.01, "
                + "batchSize: 256})");
    }

    @Test
    void recommendsItemsOfTheUsersKindThatTheyDoNotHave() {
        List<Record> list = rows("""
                MATCH (u:User {id: 7}) CALL gnnrec.recommend(u, 5) YIELD item, itemId, rank, basis, engine
                RETURN itemId, rank, basis, engine, EXISTS { (u)-[:LIKES]->(item) } AS seen""");
        assertThat(list).hasSize(5).allMatch(row -> !row.get("seen").asBoolean())
                .allMatch(row -> row.get("itemId").asLong() % 2 == 1)
                .allMatch(row -> row.get("basis").asString().equals("trained"))
                .allMatch(row -> row.get("engine").asString().equals("exact"));
        assertThat(list).extracting(row -> row.get("rank").asLong()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void servesAUserCreatedInTheSameTransaction() {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            tx.run("CREATE (u:User {id: 'new'}) WITH u MATCH (i:Item) WHERE i.id IN [2, 4, 6, 8] CREATE (u)-[:LIKES]->(i)");
            List<Record> list = tx.run("CALL gnnrec.recommend('new', 5) YIELD itemId, basis RETURN itemId, basis")
                    .list();
            assertThat(list).hasSize(5).allMatch(row -> row.get("basis").asString().equals("foldIn"))
                    .allMatch(row -> row.get("itemId").asLong() % 2 == 0)
                    .noneMatch(row -> List.of(2L, 4L, 6L, 8L).contains(row.get("itemId").asLong()));
            tx.rollback();
        }
    }

    @Test
    void leavesOutWhatTheTransactionHasJustAdded() {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            long first = tx.run("CALL gnnrec.recommend(9, 1)").single().get("itemId").asLong();
            tx.run("MATCH (u:User {id: 9}), (i:Item {id: $id}) CREATE (u)-[:LIKES]->(i)", Map.of("id", first));
            List<Record> list = tx.run("CALL gnnrec.recommend(9, 79)").list();
            assertThat(list).noneMatch(row -> row.get("itemId").asLong() == first)
                    .allMatch(row -> row.get("basis").asString().equals("foldIn"));
            tx.rollback();
        }
    }

    @Test
    void givesAUserWithoutInteractionsThePopularOnes() {
        List<Record> list = rows("CALL gnnrec.recommend('nobody', 3) YIELD itemId, score, basis");
        long most = rows("MATCH (i:Item) RETURN max(COUNT { (i)<-[:LIKES]-() }) AS n").get(0).get("n").asLong();
        assertThat(list).hasSize(3).allMatch(row -> row.get("basis").asString().equals("popularity"));
        assertThat(list.get(0).get("score").asDouble()).isEqualTo((double) most);
    }

    @Test
    void returnsEveryItemLeftWhereKIsLarger() {
        long left = rows("MATCH (:User {id: 3})-[:LIKES]->(i) RETURN 80 - count(DISTINCT i) AS n").get(0).get("n")
                .asLong();
        assertThat(rows("CALL gnnrec.recommend(3, 1000)")).hasSize((int) left);
    }

    @Test
    void takesWholeFloatsForIntegers() {
        assertThat(rows("CALL gnnrec.recommend(7.0, 3) YIELD itemId"))
                .isEqualTo(rows("CALL gnnrec.recommend(7, 3) YIELD itemId"));
    }

    @Test
    void passesOverItemsDeletedSinceTraining() {
        try (Session session = SharedServer.driver().session(); Transaction tx = session.beginTransaction()) {
            List<Object> top = tx.run("CALL gnnrec.recommend(11, 5) YIELD itemId").list(row -> row.get(0).asObject());
            tx.run("MATCH (i:Item) WHERE i.id IN $ids DETACH DELETE i", Map.of("ids", top.subList(0, 2)));
            List<Object> after = tx.run("CALL gnnrec.recommend(11, 5) YIELD itemId").list(row -> row.get(0).asObject());
            assertThat(after).hasSize(5).startsWith(top.subList(2, 5).toArray());
            tx.rollback();
        }
    }

    @Test
    void noticesThatTheModelNodeIsGone() {
        rows("CALL gnnrec.train({modelName: 'gone', epochs: 1})");
        assertThat(rows("CALL gnnrec.recommend(1, 1, {modelName: 'gone'})")).hasSize(1);
        rows("MATCH (m:_GnnRecModel {modelName: 'gone'}) OPTIONAL MATCH (m)-[:_PART]->(p) DETACH DELETE m, p");
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> rows("CALL gnnrec.recommend(1, 1, {modelName: 'gone'})"))
                .hasMessageContaining("there is no model 'gone'");
        rows("MATCH (n) REMOVE n.gnnrec_gone, n.gnnrec_gone_index");
        rows("DROP INDEX gnnrec_gone_index");
    }

    @Test
    void servesTheNewVersionRightAfterATraining() {
        rows("CALL gnnrec.train({modelName: 'twice', epochs: 1})");
        assertThat(rows("CALL gnnrec.recommend(1, 1, {modelName: 'twice'})").get(0).get("modelVersion").asLong())
                .isEqualTo(1);
        rows("CALL gnnrec.train({modelName: 'twice', epochs: 1})");
        assertThat(rows("CALL gnnrec.recommend(1, 1, {modelName: 'twice'})").get(0).get("modelVersion").asLong())
                .isEqualTo(2);
        assertThat(rows("MATCH (m:_GnnRecModel {modelName: 'twice'}) RETURN m.state")).hasSize(1);
        rows("CALL gnnrec.model.drop('twice')");
    }
}
