package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Node;

class LayeredFoldInTest {
    private static final int USERS = 25;
    private static final int ITEMS = 18;

    /** User 24 has no item. */
    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS - 1, ITEMS, 0.25, 3), 4);

    @ParameterizedTest
    @CsvSource({ "mean,1", "mean,2", "gcn,2", "pool,2", "lstm,1", "mean,0" })
    void aTrainedRowGivesTheUserThatTrainingGave(String aggregator, int layers) {
        assertSameUsers(train(sage(aggregator), layers, rows));
    }

    @ParameterizedTest
    @CsvSource({ "v1,1", "v1,2", "v2,1", "v2,2" })
    void aTrainedRowGivesTheUserThatAttentionGave(String attention, int layers) {
        assertSameUsers(train(gat(attention), layers, rows));
    }

    private void assertSameUsers(TrainingResult result) {
        FoldIn foldIn = FoldIn.of(served(result));
        for (int user = 0; user < rows.rowCount(); user++) {
            assertThat(foldIn.embedding(user, rows, user)).containsExactly(result.model().users().row(user),
                    within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({ "mean", "gcn", "pool", "lstm" })
    void anUnknownUserHasItsItemsAlone(String aggregator) {
        FoldIn foldIn = FoldIn.of(served(train(sage(aggregator), 1, rows)));
        float[] embedding = assertItemsDecide(foldIn);
        assertThat(IntStream.range(0, embedding.length).mapToDouble(c -> embedding[c] * embedding[c]).sum())
                .isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({ "v1", "v2" })
    void anUnknownUserAttendsToItsItemsAlone(String attention) {
        assertItemsDecide(FoldIn.of(served(train(gat(attention), 1, rows))));
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
        TrainingResult result = train(shape, layers, wide);
        FoldIn foldIn = FoldIn.of(served(result, wide));
        float[] item = result.model().items().row(5);
        CsrGraph row = wide.row(2);
        assertThat(row.edgeCount()).isBetween(65, 127);
        Contributions all = foldIn.contributions(mock(Node.class), 2, row, item, () -> {});
        double score = dot(foldIn.embedding(2, row, 0), item);
        for (int e = 0; e < row.edgeCount(); e++) {
            int left = row.neighbors()[e];
            double without = dot(foldIn.embedding(2, row.columns(other -> other != left), 0), item);
            assertThat(all.items()[e]).isCloseTo(score - without, within(2e-6));
        }
        double withoutOwn = dot(foldIn.embeddingOfNew(mock(Node.class), row, 0), item);
        assertThat(all.own()).isCloseTo(score - withoutOwn, within(2e-6));
        assertThat(all.share(all.own())).isNull();
    }

    @Test
    void theOnlyItemLeavesTheUserAlone() {
        TrainingResult result = train(sage("mean"), 1, rows);
        FoldIn foldIn = FoldIn.of(served(result));
        float[] item = result.model().items().row(5);
        CsrGraph row = Graphs.parse(1, ITEMS, "0:7");
        double fall = dot(foldIn.embedding(2, row, 0), item)
                - dot(foldIn.embedding(2, Graphs.parse(1, ITEMS, ""), 0), item);
        assertThat(foldIn.contributions(null, 2, row, item, () -> {}).items()).containsExactly(new double[]{ fall },
                within(2e-6));
    }

    @Test
    void leavingOutCanBeEnded() {
        TrainingResult result = train(sage("mean"), 1, rows);
        FoldIn foldIn = FoldIn.of(served(result));
        assertThatThrownBy(() -> foldIn.contributions(null, 2, rows.row(2), result.model().items().row(5), () -> {
            throw new IllegalStateException("ended");
        })).hasMessage("ended");
    }

    @ParameterizedTest
    @CsvSource({ "v1,1", "v1,2", "v2,1", "v2,2" })
    void attentionAddsUpToOne(String attention, int layers) {
        TrainingResult result = train(gat(attention), layers, rows);
        FoldIn foldIn = FoldIn.of(served(result));
        for (int user = 0; user < USERS; user++) {
            Contributions all = foldIn.contributions(null, user % (USERS - 1), rows.row(user % (USERS - 1)),
                    result.model().items().row(5), () -> {});
            double items = IntStream.range(0, all.items().length).mapToDouble(all::attention).sum();
            assertThat(all.ownAttention() + items).isCloseTo(1, within(1e-5));
        }
    }

    /** With one head the embedding is the user's own row and the sum of W h by attention. */
    @Test
    void attentionIsWhatTheLastLayerWeighsBy() {
        Map<String, Object> shape = new HashMap<>(gat("v2"));
        shape.put("attentionHeads", 1);
        TrainingResult result = train(shape, 1, rows);
        FoldIn foldIn = FoldIn.of(served(result));
        CsrGraph row = rows.row(2);
        Contributions all = foldIn.contributions(null, 2, row, result.model().items().row(5), () -> {});
        DenseMatrix w = result.model().weights().getFirst();
        float[] own = result.model().userBase().row(2);
        double[] sum = IntStream.range(0, w.rows()).mapToDouble(c -> own[c] + all.ownAttention() * dot(w.row(c), own))
                .toArray();
        for (int e = 0; e < row.edgeCount(); e++) {
            float[] message = result.model().messages().row(row.neighbors()[e]);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += all.attention(e) * dot(w.row(c), message);
            }
        }
        float[] embedding = foldIn.embedding(2, row, 0);
        assertThat(IntStream.range(0, sum.length).mapToDouble(c -> embedding[c]).toArray()).containsExactly(sum,
                within(1e-5));
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    private static float[] assertItemsDecide(FoldIn foldIn) {
        float[] embedding = foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, "0:2,11"), 0);
        assertThat(embedding).isNotEqualTo(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, "0:3"), 0));
        assertThat(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, ""), 0)).containsOnly(0);
        return embedding;
    }

    private static Map<String, Object> sage(String aggregator) {
        return Map.of("modelType", "graphsage", "aggregator", aggregator);
    }

    private static Map<String, Object> gat(String attention) {
        return Map.of("modelType", "gat", "attention", attention, "attentionHeads", 3, "dropout", 0.2);
    }

    private static TrainingResult train(Map<String, Object> model, int layers, CsrGraph rows) {
        Map<String, Object> map = new HashMap<>(Map.of("layers", layers, "epochs", 2, "embeddingDimension", 6,
                "validationFraction", 0, "learningRate", 0.05));
        map.putAll(model);
        return Trainer.train(rows, null, TrainingConfig.of(map), null, () -> {},
                (phase, epoch, epochs, loss, ndcg) -> {});
    }

    private ServedModel served(TrainingResult result) {
        return served(result, rows);
    }

    private static ServedModel served(TrainingResult result, CsrGraph rows) {
        ModelInfo info = ServedModels.info("default", 1, result.chosen().toMap());
        TrainedModel trained = result.model();
        return new ServedModel(info, ServedModels.table(0, rows.rowCount(), index -> index),
                ServedModels.table(rows.rowCount(), rows.columnCount(), index -> index), rows,
                new CsrBuilder(rows.rowCount(), rows.columnCount()).build(), trained.items(), trained.userBase(),
                trained.messages(), trained.weights());
    }
}
