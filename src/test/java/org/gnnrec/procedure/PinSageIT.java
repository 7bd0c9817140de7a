package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.server.SharedServer.rows;

import java.util.List;
import org.gnnrec.server.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** PinSage from training to the list, on the real server. */
class PinSageIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'pinsage', epochs: 20, learningRate: 0.02})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void trainsStoresAndRecommends() {
        Record row = rows(TRAIN).getFirst();
        assertThat(row.get("modelType").asString()).isEqualTo("pinsage");
        assertThat(row.get("configuration").get("importanceNeighbors").asInt()).isEqualTo(50);
        List<Record> list = rows("CALL gnnrec.recommend(5, 3)");
        assertThat(list).hasSize(3);
        assertThat(list.getFirst().get("basis").asString()).isEqualTo("trained");
    }

    @Test
    void theUserOfTheMomentIsServed() {
        rows(TRAIN);
        List<Record> before = rows("CALL gnnrec.recommend(5, 5) YIELD itemId RETURN itemId");
        rows("MATCH (u:User {id: 5}), (i:Item {id: $id}) CREATE (u)-[:LIKES]->(i)", "id",
                before.getFirst().get("itemId").asObject());
        List<Record> after = rows("CALL gnnrec.recommend(5, 5) YIELD itemId, basis RETURN itemId, basis");
        assertThat(after.getFirst().get("basis").asString()).isEqualTo("foldIn");
        assertThat(after).extracting(row -> row.get("itemId")).doesNotContain(before.getFirst().get("itemId"));
    }

    @Test
    void aNewUserWithTheItemsOfAnotherHasTheirEmbedding() {
        rows(TRAIN);
        rows("MATCH (:User {id: 5})-[:LIKES]->(i) WITH collect(i) AS items CREATE (n:User {id: 1000}) "
                + "FOREACH (i IN items | CREATE (n)-[:LIKES]->(i))");
        assertThat(embedding("User", 1000)).isEqualTo(embedding("User", 5));
    }

    @Test
    void trainsOnMarginsWithHardNegatives() {
        Record row = rows("CALL gnnrec.train({modelType: 'pinsage', loss: 'margin', importanceNeighbors: 3, epochs: 4, "
                + "refit: false})").getFirst();
        assertThat(row.get("configuration").get("loss").asString()).isEqualTo("margin");
        assertThat(row.get("configuration").get("margin").asDouble()).isEqualTo(0.1);
        assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
    }

    private static List<Object> embedding(String label, int id) {
        return rows("MATCH (n:" + label + " {id: $id}) RETURN gnnrec.embedding(n) AS e", "id", id).getFirst().get("e")
                .asList();
    }

    @Test
    void goesOnFromTheStoredModelAndKeepsItsShape() {
        rows(TRAIN);
        assertThat(rows("CALL gnnrec.train({warmStart: true})").getFirst().get("configuration").get("modelType")
                .asString()).isEqualTo("pinsage");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, importanceNeighbors: 7})"))
                .hasMessageContaining("whose importanceNeighbors is 50, but 7 was given");
    }

    @Test
    void aNewItemIsEmbeddedByItsFeaturesAndItsUsers() {
        rows("MATCH (i:Item) SET i.side = CASE i.id % 2 WHEN 0 THEN 'even' ELSE 'odd' END");
        rows("CALL gnnrec.train({modelType: 'pinsage', featureProperties: ['side'], useIds: false, sampleSizes: [5, 3], "
                + "epochs: 60, learningRate: 0.01})");
        rows("CREATE (:Item {id: 1000, side: 'even'}), (:Item {id: 1001, side: 'odd'})");
        assertThat(score(4, 1000)).isGreaterThan(score(4, 1001));
        assertThat(score(5, 1000)).isLessThan(score(5, 1001));
        rows("CREATE (i:Item {id: 1002}) WITH i MATCH (u:User) WHERE u.id % 2 = 0 CREATE (u)-[:LIKES]->(i)");
        assertThat(score(4, 1002)).isGreaterThan(score(5, 1002));
    }

    private static double score(int user, int item) {
        List<Object> a = embedding("User", user);
        List<Object> b = embedding("Item", item);
        double sum = 0;
        for (int n = 0; n < a.size(); n++) {
            sum += (double) a.get(n) * (double) b.get(n);
        }
        return sum;
    }
}
