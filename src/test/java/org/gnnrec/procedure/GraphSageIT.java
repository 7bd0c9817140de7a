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
        for (String aggregator : List.of("mean", "gcn", "pool")) {
            rows("CALL gnnrec.train({modelType: 'graphsage', aggregator: $a, sampleSizes: [5, 3], epochs: 2})", "a",
                    aggregator);
            assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
        }
    }
}
