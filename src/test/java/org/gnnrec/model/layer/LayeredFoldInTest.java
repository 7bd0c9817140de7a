package org.gnnrec.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.linalg.Cancellation.NEVER;
import static org.gnnrec.model.UserInput.known;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.RandomModel;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayeredFoldInTest {
    private static final int USERS = 25;
    private static final int ITEMS = 18;
    private static final UserInput UNKNOWN = UserInput.unknown(FeatureMatrix.none(1));

    /** User 24 has no item. */
    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS - 1, ITEMS, 0.25, 3), 4);

    @ParameterizedTest
    @CsvSource({ "mean,1", "mean,2", "gcn,2", "pool,2", "lstm,1", "mean,0" })
    void aTrainedRowGivesTheUserThatTrainingGave(String aggregator, int layers) {
        assertSameUsers(model(sage(aggregator), layers, rows));
    }

    @ParameterizedTest
    @CsvSource({ "v1,1", "v1,2", "v2,1", "v2,2" })
    void aTrainedRowGivesTheUserThatAttentionGave(String attention, int layers) {
        assertSameUsers(model(gat(attention), layers, rows));
    }

    private void assertSameUsers(RandomModel model) {
        FoldIn foldIn = model.foldIn();
        for (int user = 0; user < rows.rowCount(); user++) {
            assertThat(foldIn.embedding(known(user), rows, user)).containsExactly(model.trained().users().row(user),
                    within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({ "mean", "gcn", "pool", "lstm" })
    void anUnknownUserHasItsItemsAlone(String aggregator) {
        FoldIn foldIn = model(sage(aggregator), 1, rows).foldIn();
        float[] embedding = assertItemsDecide(foldIn);
        assertThat(IntStream.range(0, embedding.length).mapToDouble(c -> embedding[c] * embedding[c]).sum())
                .isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({ "v1", "v2" })
    void anUnknownUserAttendsToItsItemsAlone(String attention) {
        assertItemsDecide(model(gat(attention), 1, rows).foldIn());
    }

    /** Popularity counts in both alike. */
    @ParameterizedTest
    @CsvSource({ "graphsage,mean", "graphsage,gcn", "graphsage,pool", "gat,v1", "gat,v2" })
    void aNewItemWithTheFeaturesAndUsersOfATrainedOneIsThatOne(String type, String variant) {
        FeatureMatrix features = Rows.cyclic(3, ones());
        Map<String, Object> map = Map.of("modelType", type, type.equals("gat") ? "attention" : "aggregator", variant,
                "useIds", "users", "normExponent", 0.5, "degreeExponent", 0.25, "embeddingDimension", 6);
        RandomModel model = RandomModel.of(map, rows, new Features(FeatureMatrix.none(rows.rowCount()), features));
        CsrGraph users = rows.transpose();
        for (int item = 0; item < ITEMS; item++) {
            assertThat(model.foldIn().embeddingOfNewItem(features.rows(new int[]{ item }), users.row(item)))
                    .containsExactly(model.trained().items().row(item), within(1e-5f));
        }
    }

    private static float[] ones() {
        float[] ones = new float[ITEMS];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** 90 items are more than are left out at once. */
    @ParameterizedTest
    @CsvSource({ "mean,1", "mean,2", "gcn,2", "pool,2", "lstm,1", "mean,0" })
    void anItemContributesWhatTheScoreFallsByWithoutIt(String aggregator, int layers) {
        assertDrops(sage(aggregator), layers);
    }

    @ParameterizedTest
    @CsvSource({ "v1,1", "v1,2", "v2,1", "v2,2", "v2,0" })
    void anItemAttendedToContributesWhatTheScoreFallsByWithoutIt(String attention, int layers) {
        assertDrops(gat(attention), layers);
    }

    private static void assertDrops(Map<String, Object> shape, int layers) {
        CsrGraph wide = Graphs.weighted(Graphs.random(6, 100, 0.9, 3), 4);
        RandomModel model = model(shape, layers, wide);
        FoldIn foldIn = model.foldIn();
        float[] item = model.trained().items().row(5);
        CsrGraph row = wide.row(2);
        assertThat(row.edgeCount()).isBetween(65, 127);
        Contributions all = foldIn.contributions(known(2), row, ItemInput.known(model.trained().items(), 5), NEVER);
        double score = dot(foldIn.embedding(known(2), row, 0), item);
        for (int e = 0; e < row.edgeCount(); e++) {
            int left = row.neighbors()[e];
            double without = dot(foldIn.embedding(known(2), row.columns(other -> other != left), 0), item);
            assertThat(all.items()[e]).isCloseTo(score - without, within(2e-6));
        }
        double withoutOwn = dot(foldIn.embedding(UNKNOWN, row, 0), item);
        assertThat(all.own()).isCloseTo(score - withoutOwn, within(2e-6));
        assertThat(all.share(all.own())).isNull();
    }

    @Test
    void theOnlyItemLeavesTheUserAlone() {
        RandomModel model = model(sage("mean"), 1, rows);
        FoldIn foldIn = model.foldIn();
        float[] item = model.trained().items().row(5);
        CsrGraph row = Graphs.parse(1, ITEMS, "0:7");
        double fall = dot(foldIn.embedding(known(2), row, 0), item)
                - dot(foldIn.embedding(known(2), Graphs.parse(1, ITEMS, ""), 0), item);
        assertThat(foldIn.contributions(known(2), row, ItemInput.known(model.trained().items(), 5), NEVER).items())
                .containsExactly(new double[]{ fall },
                        within(2e-6));
    }

    @Test
    void leavingOutCanBeEnded() {
        RandomModel model = model(sage("mean"), 1, rows);
        FoldIn foldIn = model.foldIn();
        assertThatThrownBy(
                () -> foldIn.contributions(known(2), rows.row(2), ItemInput.known(model.trained().items(), 5), () -> {
                    throw new IllegalStateException("ended");
                })).hasMessage("ended");
    }

    @ParameterizedTest
    @CsvSource({ "v1,1", "v1,2", "v2,1", "v2,2" })
    void attentionAddsUpToOne(String attention, int layers) {
        RandomModel model = model(gat(attention), layers, rows);
        FoldIn foldIn = model.foldIn();
        for (int user = 0; user < USERS - 1; user++) {
            Contributions all = foldIn.contributions(known(user), rows.row(user),
                    ItemInput.known(model.trained().items(), 5),
                    NEVER);
            double items = IntStream.range(0, all.items().length).mapToDouble(all::attention).sum();
            assertThat(all.ownAttention() + items).isCloseTo(1, within(1e-5));
        }
    }

    /** With one head the embedding is the user's own row and the sum of W h by attention. */
    @Test
    void attentionIsWhatTheLastLayerWeighsBy() {
        Map<String, Object> shape = new HashMap<>(gat("v2"));
        shape.put("attentionHeads", 1);
        RandomModel model = model(shape, 1, rows);
        NamedArrays state = model.trained().state();
        FoldIn foldIn = model.foldIn();
        CsrGraph row = rows.row(2);
        Contributions all = foldIn.contributions(known(2), row, ItemInput.known(model.trained().items(), 5), NEVER);
        DenseMatrix w = LayerState.weights(state).getFirst();
        float[] own = state.matrix(LayerState.USER_LAYERS).row(2);
        double[] sum = IntStream.range(0, w.rows()).mapToDouble(c -> own[c] + all.ownAttention() * dot(w.row(c), own))
                .toArray();
        for (int e = 0; e < row.edgeCount(); e++) {
            float[] message = state.matrix(LayerState.ITEM_LAYERS).row(row.neighbors()[e]);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += all.attention(e) * dot(w.row(c), message);
            }
        }
        float[] embedding = foldIn.embedding(known(2), row, 0);
        assertThat(IntStream.range(0, sum.length).mapToDouble(c -> embedding[c]).toArray()).containsExactly(sum,
                within(1e-5));
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    private static float[] assertItemsDecide(FoldIn foldIn) {
        float[] embedding = foldIn.embedding(UNKNOWN, Graphs.parse(1, ITEMS, "0:2,11"), 0);
        assertThat(embedding).isNotEqualTo(foldIn.embedding(UNKNOWN, Graphs.parse(1, ITEMS, "0:3"), 0));
        assertThat(foldIn.embedding(UNKNOWN, Graphs.parse(1, ITEMS, ""), 0)).containsOnly(0);
        return embedding;
    }

    private static Map<String, Object> sage(String aggregator) {
        return Map.of("modelType", "graphsage", "aggregator", aggregator);
    }

    private static Map<String, Object> gat(String attention) {
        return Map.of("modelType", "gat", "attention", attention, "attentionHeads", 3, "dropout", 0.2);
    }

    private static RandomModel model(Map<String, Object> type, int layers, CsrGraph rows) {
        Map<String, Object> map = new HashMap<>(Map.of("layers", layers, "embeddingDimension", 6));
        map.putAll(type);
        return RandomModel.of(map, rows);
    }
}
