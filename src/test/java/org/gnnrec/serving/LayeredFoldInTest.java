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
    @CsvSource({ "mean,1", "mean,2", "gcn,2", "pool,2", "mean,0" })
    void aTrainedRowGivesTheUserThatTrainingGave(String aggregator, int layers) {
        TrainingResult result = train(aggregator, layers, rows);
        FoldIn foldIn = FoldIn.of(served(result));
        for (int user = 0; user < rows.rowCount(); user++) {
            assertThat(foldIn.embedding(user, rows, user)).containsExactly(result.model().users().row(user),
                    within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({ "mean", "gcn", "pool" })
    void anUnknownUserHasItsItemsAlone(String aggregator) {
        FoldIn foldIn = FoldIn.of(served(train(aggregator, 1, rows)));
        CsrGraph row = Graphs.parse(1, ITEMS, "0:2,11");
        float[] embedding = foldIn.embeddingOfNew(mock(Node.class), row, 0);
        assertThat(IntStream.range(0, embedding.length).mapToDouble(c -> embedding[c] * embedding[c]).sum())
                .isCloseTo(1, within(1e-5));
        assertThat(embedding).isNotEqualTo(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, "0:3"), 0));
        assertThat(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, ""), 0)).containsOnly(0);
    }

    private static TrainingResult train(String aggregator, int layers, CsrGraph rows) {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "graphsage", "aggregator", aggregator, "layers",
                layers, "epochs", 2, "embeddingDimension", 6, "validationFraction", 0, "learningRate", 0.05));
        return Trainer.train(rows, null, config, null, () -> {}, (phase, epoch, epochs, loss, ndcg) -> {});
    }

    private ServedModel served(TrainingResult result) {
        Map<String, Object> configuration = new HashMap<>(result.chosen().toMap());
        configuration.put("modelType", "graphsage");
        ModelInfo info = ServedModels.info("default", 1, configuration);
        TrainedModel trained = result.model();
        return new ServedModel(info, ServedModels.table(0, rows.rowCount(), index -> index),
                ServedModels.table(USERS, ITEMS, index -> index), rows,
                new CsrBuilder(rows.rowCount(), ITEMS).build(), trained.items(), trained.userBase(),
                trained.messages(), trained.weights());
    }
}
