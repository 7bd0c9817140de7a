package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.gnnrec.graph.Normalization;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.ServedModel;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.model.encoder.Embeddings;
import org.gnnrec.model.lightgcn.LightGcn;
import org.gnnrec.model.lightgcn.LightGcnConfig;
import org.gnnrec.model.encoder.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On rows without weights and with them, of LightGCN and LightGCN++. */
@ParameterizedClass
@CsvSource({ "false,false", "true,false", "false,true", "true,true" })
class LinearFoldInTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;
    private static final int D = 7;

    private final boolean rowNormalization;
    private final CsrGraph rows;
    private final Embeddings base = base();

    LinearFoldInTest(boolean weighted, boolean rowNormalization) {
        this.rowNormalization = rowNormalization;
        CsrGraph graph = Graphs.random(USERS, ITEMS, 0.2, 5);
        rows = weighted ? Graphs.weighted(graph, 8) : graph;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void aTrainedRowGivesTheUserThatTrainingGave(int layers) {
        TrainedModel trained = train(rows, layers);
        ServedModel served = served(trained);
        LinearFoldIn foldIn = new LinearFoldIn(served);
        for (int user = 0; user < USERS; user++) {
            CsrGraph row = rows.row(user);
            assertThat(served.isTrainedRow(user, row)).isTrue();
            assertThat(foldIn.embedding(user, row, 0)).containsExactly(vector(trained.users(), user), within(1e-6f));
        }
    }

    @Test
    void forOneLayerAChangedRowGivesTheUserOfTheChangedGraph() {
        ServedModel served = served(train(rows, 1));
        LinearFoldIn foldIn = new LinearFoldIn(served);
        for (int user = 0; user < USERS; user++) {
            CsrGraph changed = toggled(user, user % ITEMS);
            CsrGraph row = changed.row(user);
            assertThat(served.isTrainedRow(user, row)).isFalse();
            assertThat(foldIn.embedding(user, row, 0)).containsExactly(
                    inUnitsOfTraining(train(changed, 1), user, changed),
                    within(1e-6f));
        }
    }

    /** A user whose neighbors count by the mean weight of the training, not of the changed graph. */
    private float[] inUnitsOfTraining(TrainedModel trained, int user, CsrGraph changed) {
        Normalization normalization = LightGcnConfig.normalization(rowNormalization);
        double factor = Math.pow(changed.meanWeight() / rows.meanWeight(),
                1 - normalization.receiver() - normalization.sender());
        float[] whole = vector(trained.users(), user);
        float[] own = vector(trained.userBase(), user);
        for (int c = 0; c < D; c++) {
            whole[c] = (float) (own[c] + factor * (whole[c] - own[c]));
        }
        return whole;
    }

    @Test
    void anUnknownUserIsTheSumOfWhatItemsSend() {
        TrainedModel trained = train(rows, 1);
        ServedModel served = served(trained);
        LinearFoldIn foldIn = new LinearFoldIn(served);
        CsrGraph row = Graphs.parse(1, ITEMS, "0:2,11");
        float[] expected = new float[D];
        for (int item : row.neighbors()) {
            float weight = (float) (1 / LightGcnConfig.normalization(rowNormalization).divisor(2,
                    rows.columnWeights()[item] + 1, rows.meanWeight()));
            for (int i = 0; i < D; i++) {
                expected[i] += weight * trained.messages().data()[item * D + i];
            }
        }
        assertThat(served.isTrainedRow(-1, row)).isFalse();
        assertThat(foldIn.embedding(-1, row, 0)).containsExactly(expected, within(1e-6f));
    }

    @Test
    void withoutItemsAKnownUserIsItsBaseAndAnUnknownOneZero() {
        ServedModel model = served(train(rows, 2));
        FoldIn foldIn = new LinearFoldIn(model);
        CsrGraph none = Graphs.parse(1, ITEMS, "");
        assertThat(foldIn.embedding(3, none, 0)).isEqualTo(vector(model.userBase(), 3));
        assertThat(foldIn.embedding(-1, none, 0)).isEqualTo(new float[D]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void contributionsAreTheTermsOfTheScore(int layers) {
        ServedModel model = served(train(rows, layers));
        LinearFoldIn foldIn = new LinearFoldIn(model);
        for (int user = 0; user < USERS; user++) {
            CsrGraph row = toggled(user, user % ITEMS).row(user);
            float[] item = model.itemEmbeddings().row(user % ITEMS);
            assertTerms(foldIn, user, row, item, dot(vector(model.userBase(), user), item));
            assertTerms(foldIn, -1, row, item, 0);
        }
    }

    private void assertTerms(LinearFoldIn foldIn, int user, CsrGraph row, float[] item, double own) {
        Contributions all = foldIn.contributions(null, user, row, item, () -> {});
        assertThat(all.own()).isCloseTo(own, within(1e-6));
        assertThat(all.sum()).isCloseTo(dot(foldIn.embedding(user, row, 0), item), within(1e-6));
        for (int e = 0; e < row.edgeCount(); e++) {
            // A user of this item alone differs from one of none by its message, at other degrees.
            CsrGraph alone = row.columns(only(row.neighbors()[e]));
            double message = dot(foldIn.embedding(user, alone, 0), item) - own;
            assertThat(all.items()[e]).isCloseTo(message * divisorOf(alone) / divisorOf(row), within(1e-6));
            assertThat(all.attention(e)).isNull();
        }
    }

    private static IntPredicate only(int item) {
        return other -> other == item;
    }

    private double divisorOf(CsrGraph row) {
        return LightGcnConfig.normalization(rowNormalization).divisor(row.rowWeight(0), 1, 1);
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    @Test
    void foldingInLeavesTheModelAsItWas() {
        ServedModel model = served(train(rows, 1));
        float[] before = model.userBase().data().clone();
        new LinearFoldIn(model).embedding(0, rows, 0)[0] = 7;
        assertThat(model.userBase().data()).isEqualTo(before);
    }

    private static Embeddings base() {
        SplittableRandom random = new SplittableRandom(6);
        return new Embeddings(ServedModels.matrix(USERS, D, random), ServedModels.matrix(ITEMS, D, random));
    }

    private TrainedModel train(CsrGraph graph, int layers) {
        try (Parallel parallel = new Parallel(1)) {
            return new LightGcn(BipartiteGraph.of(graph), new LightGcnConfig(layers, D, rowNormalization, 1),
                    new SplittableRandom(1), parallel, () -> {}).model(base);
        }
    }

    private ServedModel served(TrainedModel trained) {
        return new ServedModel(ServedModels.info("default", 1, Map.of("rowNormalization", rowNormalization)),
                ServedModels.table(0, USERS, index -> index),
                ServedModels.table(USERS, ITEMS, index -> index), rows, new CsrBuilder(USERS, ITEMS).build(),
                trained.items(), trained.userBase(),
                trained.messages(), trained.weights());
    }

    /** The item is given up or, where the user did not have it, taken. */
    private CsrGraph toggled(int user, int item) {
        CsrBuilder toggled = new CsrBuilder(USERS, ITEMS, rows.isWeighted());
        for (int u = 0; u < USERS; u++) {
            for (int i = 0; i < ITEMS; i++) {
                if (rows.contains(u, i) != (u == user && i == item)) {
                    toggled.add(u, i, rows.contains(u, i) ? rows.weightBetween(u, i) : 2.5f);
                }
            }
        }
        return toggled.build();
    }

    private static float[] vector(DenseMatrix matrix, int row) {
        return Arrays.copyOfRange(matrix.data(), matrix.offset(row), matrix.offset(row) + matrix.cols());
    }
}
