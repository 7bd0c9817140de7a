package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.util.Map;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Graphs;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.ServedModels;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Node;

class MeanFoldInTest {
    private static final int USERS = 25;
    private static final int ITEMS = 18;

    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS - 1, ITEMS, 0.25, 3), 4);

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void aTrainedRowGivesTheUserThatTrainingGave(int layers) {
        TrainingResult result = train(layers, 0.5);
        FoldIn foldIn = FoldIn.of(served(result));
        for (int user = 0; user < rows.rowCount(); user++) {
            float[] trained = result.model().users().row(user);
            assertThat(foldIn.embedding(user, rows, user)).containsExactly(trained);
            assertThat(foldIn.embeddingOfNew(mock(Node.class), rows, user)).containsExactly(trained);
        }
    }

    @Test
    void aUserOfOneItemIsThatItem() {
        TrainingResult result = train(1, 0);
        FoldIn foldIn = FoldIn.of(served(result));
        assertThat(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, "0:7"), 0))
                .containsExactly(result.model().items().row(7), within(1e-6f));
        assertThat(foldIn.embeddingOfNew(mock(Node.class), Graphs.parse(1, ITEMS, ""), 0)).containsOnly(0);
    }

    /** @param degreeExponent other than 0 gives items in another scale than what their users are made of */
    private TrainingResult train(int layers, double degreeExponent) {
        return Trainer.train(rows, null, TrainingConfig.of(Map.of("modelType", "pinsage", "layers", layers, "epochs", 2,
                "embeddingDimension", 6, "validationFraction", 0, "learningRate", 0.05, "degreeExponent",
                degreeExponent, "normExponent", 1)), null, () -> {}, (phase, epoch, epochs, loss, ndcg) -> {});
    }

    private ServedModel served(TrainingResult result) {
        TrainedModel trained = result.model();
        return new ServedModel(ServedModels.info("default", 1, result.chosen().toMap()),
                ServedModels.table(0, rows.rowCount(), index -> index),
                ServedModels.table(USERS, ITEMS, index -> index), rows,
                new CsrBuilder(rows.rowCount(), ITEMS).build(), trained.items(), trained.userBase(),
                trained.messages(), trained.weights());
    }
}
