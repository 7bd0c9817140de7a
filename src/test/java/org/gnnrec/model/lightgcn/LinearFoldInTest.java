package org.gnnrec.model.lightgcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.model.UserInput.known;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Normalization;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
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
    private static final UserInput UNKNOWN = UserInput.unknown(FeatureMatrix.none(1));

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
        LinearFoldIn foldIn = foldIn(trained, layers);
        for (int user = 0; user < USERS; user++) {
            assertThat(foldIn.embedding(known(user), rows.row(user), 0)).containsExactly(trained.users().row(user),
                    within(1e-6f));
            assertThat(foldIn.embedding(known(user), rows, user)).containsExactly(trained.users().row(user),
                    within(1e-6f));
        }
    }

    @Test
    void forOneLayerAChangedRowGivesTheUserOfTheChangedGraph() {
        LinearFoldIn foldIn = foldIn(train(rows, 1), 1);
        for (int user = 0; user < USERS; user++) {
            CsrGraph changed = toggled(user, user % ITEMS);
            assertThat(foldIn.embedding(known(user), changed.row(user), 0)).containsExactly(
                    inUnitsOfTraining(train(changed, 1), user, changed), within(1e-6f));
        }
    }

    /** A user whose neighbors count by the mean weight of the training, not of the changed graph. */
    private float[] inUnitsOfTraining(TrainedModel trained, int user, CsrGraph changed) {
        Normalization normalization = shape(1).normalization();
        double factor = Math.pow(changed.meanWeight() / rows.meanWeight(),
                1 - normalization.receiver() - normalization.sender());
        float[] whole = trained.users().row(user);
        float[] own = own(user, 1);
        for (int c = 0; c < D; c++) {
            whole[c] = (float) (own[c] + factor * (whole[c] - own[c]));
        }
        return whole;
    }

    @Test
    void anUnknownUserIsTheSumOfWhatItemsSend() {
        TrainedModel trained = train(rows, 1);
        DenseMatrix messages = trained.state().matrix(LightGcn.MESSAGES);
        CsrGraph row = Graphs.parse(1, ITEMS, "0:2,11");
        float[] expected = new float[D];
        for (int item : row.neighbors()) {
            float weight = (float) (1 / shape(1).normalization().divisor(2,
                    rows.columnWeights()[item] + 1, rows.meanWeight()));
            for (int i = 0; i < D; i++) {
                expected[i] += weight * messages.data()[item * D + i];
            }
        }
        assertThat(foldIn(trained, 1).embedding(UNKNOWN, row, 0)).containsExactly(expected, within(1e-6f));
    }

    @Test
    void withoutItemsAKnownUserIsItsBaseAndAnUnknownOneZero() {
        FoldIn foldIn = foldIn(train(rows, 2), 2);
        CsrGraph none = Graphs.parse(1, ITEMS, "");
        assertThat(foldIn.embedding(known(3), none, 0)).isEqualTo(own(3, 2));
        assertThat(foldIn.embedding(UNKNOWN, none, 0)).isEqualTo(new float[D]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void contributionsAreTheTermsOfTheScore(int layers) {
        TrainedModel trained = train(rows, layers);
        LinearFoldIn foldIn = foldIn(trained, layers);
        for (int user = 0; user < USERS; user++) {
            CsrGraph row = toggled(user, user % ITEMS).row(user);
            float[] item = trained.items().row(user % ITEMS);
            assertTerms(foldIn, known(user), row, item, dot(own(user, layers), item));
            assertTerms(foldIn, UNKNOWN, row, item, 0);
        }
    }

    private void assertTerms(LinearFoldIn foldIn, UserInput user, CsrGraph row, float[] item, double own) {
        Contributions all = foldIn.contributions(user, row, new ItemInput(-1, item), Cancellation.NEVER);
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
        return shape(1).normalization().divisor(row.rowWeight(0), 1, 1);
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    @Test
    void foldingInLeavesTheModelAsItWas() {
        TrainedModel trained = train(rows, 1);
        DenseMatrix userBase = trained.state().matrix(LightGcn.USER_BASE);
        float[] before = userBase.data().clone();
        foldIn(trained, 1).embedding(known(0), rows, 0)[0] = 7;
        assertThat(userBase.data()).isEqualTo(before);
    }

    @Test
    void anItemThatTrainingDidNotKnowHasNoEmbedding() {
        assertThat(foldIn(train(rows, 1), 1).embeddingOfNewItem(FeatureMatrix.none(1), Graphs.parse(1, USERS, "0:2")))
                .isNull();
    }

    private static Embeddings base() {
        SplittableRandom random = new SplittableRandom(6);
        return new Embeddings(ServedModels.matrix(USERS, D, random), ServedModels.matrix(ITEMS, D, random));
    }

    private TrainedModel train(CsrGraph graph, int layers) {
        try (Parallel parallel = new Parallel(1)) {
            return new LightGcn(BipartiteGraph.of(graph), shape(layers), new SplittableRandom(1),
                    Workers.of(parallel, Cancellation.NEVER)).model(base);
        }
    }

    private LightGcnShape shape(int layers) {
        return new LightGcnShape(layers, D, rowNormalization, 1);
    }

    private LinearFoldIn foldIn(TrainedModel trained, int layers) {
        return new LinearFoldIn(new FittedModel(rows, trained.items(), trained.state()), shape(layers));
    }

    /** a_0 e0_u. */
    private float[] own(int user, int layers) {
        float[] own = base.users().row(user);
        for (int c = 0; c < D; c++) {
            own[c] *= (float) shape(layers).ownWeight();
        }
        return own;
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
}
