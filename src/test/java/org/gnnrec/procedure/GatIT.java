package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatIT extends LayeredModelContract {
    @Override
    String modelType() {
        return "gat";
    }

    @Override
    Map<String, Object> shape() {
        return Map.of("attention", "v2", "attentionHeads", 1L);
    }

    @Override
    Map<String, Object> otherShape() {
        return Map.of("attention", "v1", "attentionHeads", 2L);
    }

    @Test
    void dropoutIsOfTheTrainingAndNotOfTheShape() {
        assertThat(train("epochs: 2").get("configuration").get("dropout").asDouble()).isZero();
        assertThat(rows("CALL gnnrec.train({warmStart: true, dropout: 0.1})").getFirst().get("configuration")
                .get("dropout").asDouble()).isEqualTo(0.1);
    }

    @Test
    void bothAttentionsTrainThroughTwoLayersWithDropout() {
        for (String attention : List.of("v1", "v2")) {
            train("attention: '" + attention + "', attentionHeads: 4, sampleSizes: [5, 3], dropout: 0.3, epochs: 2");
            assertThat(rows("CALL gnnrec.recommend(5, 3)")).hasSize(3);
        }
    }

    @Test
    void headsThatDoNotDivideTheDimensionAreRefused() {
        assertThatThrownBy(() -> train("attentionHeads: 5"))
                .hasMessageContaining("attentionHeads must divide embeddingDimension but 64 is no multiple of 5");
    }
}
