package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
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

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void contributionsAddUpToTheScore(int layers) {
        TrainingResult result = train(layers, 0.5);
        FoldIn foldIn = FoldIn.of(served(result));
        float[] item = result.model().items().row(5);
        for (int user = 0; user < USERS - 1; user++) {
            CsrGraph row = rows.row(user);
            Contributions all = foldIn.contributions(null, user, row, item, () -> {});
            assertThat(all.own()).isNull();
            assertThat(all.sum()).isCloseTo(dot(foldIn.embedding(user, row, 0), item), within(1e-6));
            assertThat(Arrays.stream(all.items()).map(all::share).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void anItemContributesByItsWeight() {
        TrainingResult result = train(1, 0);
        FoldIn foldIn = FoldIn.of(served(result));
        float[] item = result.model().items().row(5);
        Contributions all = foldIn.contributions(null, -1,
                CsrGraph.of(1, ITEMS, new int[]{ 0, 2 }, new int[]{ 2, 7 }, new float[]{ 3, 1 }), item, () -> {});
        double second = dot(result.model().items().row(2), item);
        double seventh = dot(result.model().items().row(7), item);
        assertThat(all.items()[0] / all.items()[1]).isCloseTo(3 * second / seventh, within(1e-4));
    }

    @Test
    void withoutItemsNothingContributes() {
        TrainingResult result = train(1, 0);
        Contributions none = FoldIn.of(served(result)).contributions(null, -1, Graphs.parse(1, ITEMS, ""),
                result.model().items().row(5), () -> {});
        assertThat(none.items()).isEmpty();
        assertThat(none.share(0)).isNull();
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
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
