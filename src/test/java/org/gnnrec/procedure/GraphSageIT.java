package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

class GraphSageIT extends LayeredModelContract {
    @Override
    String modelType() {
        return "graphsage";
    }

    @Override
    Map<String, Object> shape() {
        return Map.of("aggregator", "mean");
    }

    @Override
    Map<String, Object> otherShape() {
        return Map.of("aggregator", "pool");
    }

    @Test
    void everyAggregatorTrains() {
        for (String aggregator : List.of("mean", "gcn", "pool", "lstm")) {
            train("aggregator: '" + aggregator + "', sampleSizes: [5, 3], epochs: 2");
            assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
        }
    }

    @Test
    void trainsOnWalks() {
        Record row = rows("CALL gnnrec.train({modelType: 'graphsage', loss: 'walk', negativeSamples: 1, epochs: 40, "
                + "learningRate: 0.01})").getFirst();
        assertThat(row.get("configuration").get("loss").asString()).isEqualTo("walk");
        assertThat(row.get("configuration").get("negativePopularity").asDouble()).isEqualTo(0.75);
        assertThat(row.get("metrics").get("pilots").asList()).isEmpty();
        assertThat(rows("CALL gnnrec.recommend(5, 3) YIELD itemId RETURN itemId"))
                .allSatisfy(item -> assertThat(item.get("itemId").asInt() % 2).isEqualTo(1));
        assertThatThrownBy(() -> rows("CALL gnnrec.train({loss: 'walk'})"))
                .hasMessageContaining("loss 'walk' has no meaning with modelType 'lightgcn'");
    }

    @Test
    void featuresAreCountedAndKeptWithTheModel() {
        rows("MATCH (i:Item) SET i.side = CASE i.id % 2 WHEN 0 THEN 'even' ELSE 'odd' END");
        Record row = train("featureProperties: {items: ['side']}, useIds: false, epochs: 2");
        assertThat(row.get("metrics").get("missingFeatures").get("items").get("side").asInt()).isZero();
        rows("CREATE (:Item {id: 1002})");
        assertThat(rows("MATCH (i:Item {id: 1002}) RETURN gnnrec.embedding(i) AS e").getFirst().get("e").asList())
                .hasSize(64).containsOnly(0.0);
        rows("CALL gnnrec.train({warmStart: true})");
        assertThatThrownBy(() -> rows("CALL gnnrec.train({warmStart: true, featureProperties: ['id2']})"))
                .hasMessageContaining("featureProperties");
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
