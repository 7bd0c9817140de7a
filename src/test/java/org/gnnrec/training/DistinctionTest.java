package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models without learned rows, on features that are the same on every node, and on others. */
class DistinctionTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;
    private static final CsrGraph GRAPH = Graphs.random(USERS, ITEMS, 0.3, 7);

    static Stream<Map<String, Object>> typesThatMayEndSo() {
        return Stream.of(Map.of("modelType", "graphsage"), Map.of("modelType", "graphsage", "aggregator", "gcn"),
                Map.of("modelType", "graphsage", "aggregator", "pool"),
                Map.of("modelType", "graphsage", "aggregator", "lstm"), Map.of("modelType", "gat"),
                Map.of("modelType", "gat", "attentionHeads", 2), Map.of("modelType", "pinsage"),
                Map.of("modelType", "pinsage", "loss", "margin"));
    }

    @ParameterizedTest
    @MethodSource("typesThatMayEndSo")
    void onConstantFeaturesAloneTheModelIsRefused(Map<String, Object> type) {
        assertThatThrownBy(() -> train(type, false, constant(USERS, 0), constant(ITEMS, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the trained model can say nothing, and is not stored: all 20 items have the same "
                        + "embedding, so every user would have one score for all of them. Give nodes what tells "
                        + "them apart: featureProperties with values that differ, or a learned row each "
                        + "(useIds: true)");
        if (!seesDegrees(type)) {
            assertThatThrownBy(() -> train(type, false, constant(USERS, 1), constant(ITEMS, 1)))
                    .hasMessageContaining("the trained model can say nothing");
        }
    }

    /** Whether the number of neighbors counts where a node is added to what its neighbors have. */
    private static boolean seesDegrees(Map<String, Object> type) {
        return type.get("modelType").equals("gat") || "gcn".equals(type.get("aggregator"))
                || "lstm".equals(type.get("aggregator"));
    }

    @ParameterizedTest
    @MethodSource("typesThatMayEndSo")
    void withALearnedRowOrAFeatureThatDiffersItIsNot(Map<String, Object> type) {
        float[] others = constant(ITEMS, 1);
        others[3] = 2;
        assertThat(train(type, false, constant(USERS, 1), others)).isNotNull();
        assertThat(train(type, true, constant(USERS, 1), constant(ITEMS, 1))).isNotNull();
    }

    /** Every item has the same users and the same features, but a row of its own. */
    @ParameterizedTest
    @ValueSource(strings = { "lightgcn", "graphsage", "gat", "pinsage" })
    void itemsThatUsersDoNotTellApartAreKept(String type) {
        CsrGraph all = Graphs.random(USERS, ITEMS, 1, 7);
        assertThat(train(all, Map.of("modelType", type), Features.none(USERS, ITEMS))).isNotNull();
    }

    private static float[] constant(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private static TrainingResult train(Map<String, Object> type, boolean useIds, float[] users, float[] items) {
        Map<String, Object> keys = new HashMap<>(type);
        keys.put("useIds", useIds);
        return train(GRAPH, keys, new Features(Rows.cyclic(1, users), Rows.cyclic(1, items)));
    }

    private static TrainingResult train(CsrGraph graph, Map<String, Object> keys, Features features) {
        Map<String, Object> config = new HashMap<>(Map.of("validationFraction", 0, "epochs", 2, "embeddingDimension", 8,
                "concurrency", 1));
        config.putAll(keys);
        return Trainer.train(new TrainingTask(graph, null, features, TrainingConfig.of(config), null),
                Cancellation.NEVER, (phase, epoch, epochs, loss, ndcg) -> {});
    }
}
