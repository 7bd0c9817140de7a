package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Graphs;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.ServedModels;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingResult;
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
        ModelInfo info = ServedModels.info("default", 1, result.chosen().toMap());
        TrainedModel trained = result.model();
        return new ServedModel(info, ServedModels.table(0, rows.rowCount(), index -> index),
                ServedModels.table(USERS, ITEMS, index -> index), rows,
                new CsrBuilder(rows.rowCount(), ITEMS).build(), trained.items(), trained.userBase(),
                trained.messages(), trained.weights());
    }
}
