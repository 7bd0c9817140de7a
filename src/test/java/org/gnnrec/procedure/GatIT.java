package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.server.SharedServer.rows;

import java.util.List;
import org.gnnrec.server.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** GAT from training to the list, on the real server. */
class GatIT {
    private static final String TRAIN = "CALL gnnrec.train({modelType: 'gat', epochs: 20, learningRate: 0.02})";

    @BeforeEach
    void load() {
        SharedServer.loadCheckerboard();
    }

    @Test
    void trainsStoresAndRecommends() {
        Record row = rows(TRAIN).getFirst();
        assertThat(row.get("modelType").asString()).isEqualTo("gat");
        assertThat(row.get("configuration").get("attention").asString()).isEqualTo("v2");
        assertThat(row.get("configuration").get("attentionHeads").asInt()).isEqualTo(1);
        assertThat(row.get("configuration").get("dropout").asDouble()).isZero();
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
        assertThat(rows("CALL gnnrec.train({warmStart: true, dropout: 0.1})").getFirst().get("configuration")
                .get("modelType").asString()).isEqualTo("gat");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, attention: 'v1'})"))
                .hasMessageContaining("whose attention is v2, but v1 was given");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, attentionHeads: 2})"))
                .hasMessageContaining("whose attentionHeads is 1, but 2 was given");
    }

    @Test
    void bothAttentionsTrainThroughTwoLayersWithDropout() {
        for (String attention : List.of("v1", "v2")) {
            rows("CALL gnnrec.train({modelType: 'gat', attention: $a, attentionHeads: 4, sampleSizes: [5, 3], dropout: 0.3, epochs: 2})",
                    "a", attention);
            assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
        }
    }

    @Test
    void headsThatDoNotDivideTheDimensionAreRefused() {
        assertThatThrownBy(() -> rows("CALL gnnrec.train({modelType: 'gat', attentionHeads: 5})"))
                .hasMessageContaining("attentionHeads must divide embeddingDimension but 64 is no multiple of 5");
    }
}
