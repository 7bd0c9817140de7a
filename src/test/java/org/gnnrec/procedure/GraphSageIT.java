package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.server.SharedServer.rows;

import java.util.List;
import org.gnnrec.server.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** GraphSAGE from training to the list, on the real server. */
class GraphSageIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'graphsage', epochs: 40, learningRate: 0.01})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void trainsStoresAndRecommends() {
        Record row = rows(TRAIN).getFirst();
        assertThat(row.get("modelType").asString()).isEqualTo("graphsage");
        assertThat(row.get("configuration").get("aggregator").asString()).isEqualTo("mean");
        assertThat(row.get("configuration").get("layers").asInt()).isEqualTo(1);
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
    void goesOnFromTheStoredModelAndKeepsItsShape() {
        rows(TRAIN);
        assertThat(rows("CALL gnnrec.train({warmStart: true})").getFirst().get("configuration").get("modelType")
                .asString()).isEqualTo("graphsage");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, aggregator: 'pool'})"))
                .hasMessageContaining("whose aggregator is mean, but pool was given");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, modelType: 'lightgcn'})"))
                .hasMessageContaining("modelType");
    }

    @Test
    void everyAggregatorTrains() {
        for (String aggregator : List.of("mean", "gcn", "pool", "lstm")) {
            rows("CALL gnnrec.train({modelType: 'graphsage', aggregator: $a, sampleSizes: [5, 3], epochs: 2})", "a",
                    aggregator);
            assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
        }
    }

    @Test
    void aNewItemIsEmbeddedByItsFeaturesAndItsUsers() {
        rows("MATCH (i:Item) SET i.side = CASE i.id % 2 WHEN 0 THEN 'even' ELSE 'odd' END");
        Record row = rows("CALL gnnrec.train({modelType: 'graphsage', featureProperties: {items: ['side']}, "
                + "useIds: false, epochs: 60, learningRate: 0.01})").getFirst();
        assertThat(row.get("metrics").get("missingFeatures").get("items").get("side").asInt()).isZero();
        rows("CREATE (:Item {id: 1000, side: 'even'}), (:Item {id: 1001, side: 'odd'}), (:Item {id: 1002})");
        assertThat(score(4, 1000)).isGreaterThan(score(4, 1001));
        assertThat(score(5, 1000)).isLessThan(score(5, 1001));
        assertThat(rows("MATCH (i:Item {id: 1002}) RETURN gnnrec.embedding(i) AS e").getFirst().get("e").asList())
                .hasSize(64).containsOnly(0.0);
        rows("CALL gnnrec.train({warmStart: true})");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, featureProperties: ['id2']})"))
                .hasMessageContaining("featureProperties");
    }

    @Test
    void aNewItemWithoutFeaturesIsWhatItsUsersMakeOfIt() {
        rows(TRAIN);
        rows("CREATE (i:Item {id: 1000}) WITH i MATCH (u:User) WHERE u.id % 2 = 0 CREATE (u)-[:LIKES]->(i)");
        assertThat(score(4, 1000)).isGreaterThan(score(5, 1000));
    }

    private static double score(int user, int item) {
        return rows("MATCH (u:User {id: $user}), (i:Item {id: $item}) WITH gnnrec.embedding(u) AS a, "
                + "gnnrec.embedding(i) AS b RETURN reduce(s = 0.0, n IN range(0, size(a) - 1) | s + a[n] * b[n]) AS s",
                "user", user, "item", item).getFirst().get("s").asDouble();
    }

    @Test
    void whatLightGcnDidNotSeeHasNoEmbedding() {
        rows("CALL gnnrec.train({epochs: 2, validationFraction: 0})");
        rows("CREATE (:Item {id: 1000})");
        assertThat(rows("MATCH (i:Item {id: 1000}) RETURN gnnrec.embedding(i) AS e").getFirst().get("e").isNull())
                .isTrue();
        assertThatThrownBy(() -> rows("CREATE (n:Other) RETURN gnnrec.embedding(n)"))
                .hasMessageContaining("node must be a user or an item, labeled 'User' or 'Item'");
    }
}
