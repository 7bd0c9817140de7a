package org.gnnrec.model.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.SparseRows;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SparseSpecTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final SparseType TYPE = new SparseType();
    private static final Map<String, Object> SLIM = Map.of("method", "slim", "userExponent", 0.25, "inputExponent",
            0.5, "outputExponent", -0.25, "regularization", 2);
    private static final Map<String, Object> WALK = Map.of("method", "twoHop", "userExponent", 0.7, "inputExponent",
            0.75, "outputExponent", -0.5, "regularization", 2, "exact", true);
    private static final Map<String, Object> ROWS = Map.of("method", "twoHop", "userExponent", 0.7, "inputExponent",
            0.75, "outputExponent", -0.5, "regularization", 2, "exact", false);
    private final CsrGraph graph = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.5, 5), 3);

    static List<Map<String, Object>> methods() {
        return List.of(SLIM, WALK, ROWS);
    }

    /** Every two items of this graph share a user. With all items as neighbors SLIM is EASE: {@code B = I - P diag(1 / P_jj), P = (X^T F X + ridge I)^-1}. */
    @ParameterizedTest
    @CsvSource({ "0, 1", "0.25, 1", "1, 50" })
    void withAllItemsAsNeighborsSlimIsEase(double userExponent, double regularization) {
        TrainedModel model = solve(graph, with(SLIM, Map.of("userExponent", userExponent, "regularization",
                regularization)));
        SparseRows weights = SparseRows.of(model.state());
        double[] degrees = userDegrees();
        double mean = Arrays.stream(degrees).average().orElseThrow();
        RealMatrix inverse = MatrixUtils.inverse(gram(userExponent).add(MatrixUtils.createRealIdentityMatrix(ITEMS)
                .scalarMultiply(regularization * Math.pow(mean, -userExponent))));
        for (int item = 0; item < ITEMS; item++) {
            for (int other = 0; other < ITEMS; other++) {
                double wanted = item == other ? 0 : -inverse.getEntry(item, other) / inverse.getEntry(other, other);
                assertThat((double) weights.value(item, other)).isCloseTo(wanted, within(1e-3));
            }
        }
    }

    /** {@code X^T F X}, weights and degrees over the mean weight. */
    private RealMatrix gram(double userExponent) {
        double[] degrees = userDegrees();
        RealMatrix x = MatrixUtils.createRealMatrix(USERS, ITEMS);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                x.setEntry(user, item, graph.weightBetween(user, item) / graph.meanWeight()
                        * Math.pow(degrees[user], -userExponent / 2));
            }
        }
        return x.transposeMultiply(x);
    }

    private double[] userDegrees() {
        double[] degrees = new double[USERS];
        Arrays.setAll(degrees, user -> Math.max(1, graph.rowWeight(user) / graph.meanWeight()));
        return degrees;
    }

    private double itemPower(int item, double exponent) {
        return Math.pow(Math.max(1, graph.columnWeights()[item] / graph.meanWeight()), exponent);
    }

    @Test
    void aWalkScoresAsADenseProduct() {
        RealMatrix gram = gram(0.7);
        double[][] scores = scores(graph, WALK);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                double sum = 0;
                for (int of = 0; of < ITEMS; of++) {
                    sum += graph.weightBetween(user, of) / graph.meanWeight() * itemPower(of, -0.75)
                            * gram.getEntry(of, item);
                }
                assertThat(scores[user][item]).isCloseTo(sum * itemPower(item, -0.5), within(1e-4));
            }
        }
    }

    /** Rows leave out an item itself, and so what the walk says of a user's own items. */
    @Test
    void rowsOfAllItemsSayWhatTheWalkSaysOfOtherItems() {
        double[][] walk = scores(graph, WALK);
        double[][] rows = scores(graph, ROWS);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (!graph.contains(user, item)) {
                    assertThat(rows[user][item]).isCloseTo(walk[user][item], within(1e-4));
                }
            }
        }
    }

    @Test
    void aRowKeepsTheItemsThatItRaisesMost() {
        SparseRows all = SparseRows.of(solve(graph, ROWS).state());
        SparseRows three = SparseRows.of(solve(graph, with(ROWS, Map.of("neighbors", 3))).state());
        for (int item = 0; item < ITEMS; item++) {
            assertThat(three.length(item)).isEqualTo(Math.min(3, all.length(item)));
            double least = Double.POSITIVE_INFINITY;
            double mostLeftOut = 0;
            for (int other = 0; other < ITEMS; other++) {
                double raised = all.value(item, other) * itemPower(other, -0.5);
                if (three.value(item, other) > 0) {
                    assertThat(three.value(item, other)).isEqualTo(all.value(item, other));
                    least = Math.min(least, raised);
                } else {
                    mostLeftOut = Math.max(mostLeftOut, raised);
                }
            }
            assertThat(least).isGreaterThanOrEqualTo(mostLeftOut);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void contributionsAddUpToTheScore(Map<String, Object> method) {
        double[][] scores = scores(graph, method);
        TrainedModel model = solve(graph, method);
        FoldIn foldIn = foldIn(graph, method, model);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                Contributions all = foldIn.contributions(UserInput.known(user), graph.row(user),
                        ItemInput.known(model.items(), item), Cancellation.NEVER);
                assertThat(all.items()).hasSize(graph.degree(user));
                assertThat(all.sum()).isCloseTo(scores[user][item], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theUnitOfWeightsMakesNoDifference(Map<String, Object> method) {
        float[] thousand = new float[graph.edgeCount()];
        for (int e = 0; e < thousand.length; e++) {
            thousand[e] = 1000 * graph.weight(e);
        }
        CsrGraph scaled = CsrGraph.of(USERS, ITEMS, graph.offsets(), graph.neighbors(), thousand);
        double[][] scores = scores(graph, method);
        double[][] others = scores(scaled, method);
        for (int user = 0; user < USERS; user++) {
            assertThat(others[user]).containsExactly(scores[user], within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anyConcurrencyGivesTheSameBits(Map<String, Object> method) {
        try (Parallel three = new Parallel(3)) {
            TrainedModel model = spec(method).solve(graph(graph), 1, new Workers(three, Cancellation.NEVER));
            NamedArrays alone = solve(graph, method).state();
            assertThat(model.state().asMap().keySet()).isEqualTo(alone.asMap().keySet());
            if (model.state().has("values")) {
                assertThat(model.state().matrix("values").data()).isEqualTo(alone.matrix("values").data());
            }
        }
    }

    @Test
    void usersAndItemsWithoutInteractionsSayNothing() {
        CsrGraph sparse = Graphs.parse(4, 5, "0:0,1; 1:0,1,2; 3:3");
        for (Map<String, Object> method : methods()) {
            double[][] scores = scores(sparse, method);
            assertThat(scores[0][2]).isPositive();
            assertThat(scores[2]).containsOnly(0);
            for (double[] user : scores) {
                assertThat(user[4]).isZero();
                assertThat(Arrays.stream(user).allMatch(Double::isFinite)).isTrue();
            }
        }
    }

    @Test
    void aWalkIsChosenWhereItIsShort() {
        Map<String, Object> open = new HashMap<>(WALK);
        open.remove("exact");
        assertThat(solve(graph, open).state().asMap()).isEmpty();
        CsrGraph dense = Graphs.random(3000, 1000, 0.5, 1);
        assertThat(solve(dense, open).state().asMap()).isNotEmpty();
    }

    @Test
    void theTypeTriesBothMethodsOrTheGivenOne() {
        List<Config> all = TYPE.alternatives(config(Map.of()));
        assertThat(all).extracting(config -> config.get(SparseKeys.METHOD)).contains(Method.SLIM, Method.TWO_HOP);
        List<Config> walks = TYPE.alternatives(config(Map.of("method", "twoHop")));
        assertThat(walks).hasSizeGreaterThan(2).doesNotHaveDuplicates()
                .allMatch(config -> config.get(SparseKeys.METHOD) == Method.TWO_HOP);
        assertThat(TYPE.alternatives(walks.getFirst())).containsExactly(walks.getFirst());
        assertThat(TYPE.alternatives(config(Map.of("regularization", 7, "outputExponent", 0, "userExponent", 0,
                "inputExponent", 0, "method", "slim")))).hasSize(1);
    }

    @Test
    void aStoredModelMustHaveItsRows() {
        FittedModel none = new FittedModel(graph, DenseMatrix.zeros(ITEMS, 0), NamedArrays.NONE);
        spec(WALK).requireFits(none, FeatureSchemas.NONE);
        assertThatThrownBy(() -> spec(SLIM).requireFits(none, FeatureSchemas.NONE))
                .hasMessageContaining("there is no array 'columns'");
        NamedArrays other = SparseRows.of(new int[ITEMS + 1][0], new float[ITEMS + 1][0]).toArrays();
        FittedModel wrong = new FittedModel(graph, DenseMatrix.zeros(ITEMS, 0), other);
        assertThatThrownBy(() -> spec(WALK).requireFits(wrong, FeatureSchemas.NONE))
                .hasMessageContaining("must be a square matrix of 30 rows");
    }

    private static double[][] scores(CsrGraph graph, Map<String, Object> method) {
        FoldIn foldIn = foldIn(graph, method, solve(graph, method));
        SparseSums sums = new SparseSums(graph.columnCount());
        double[][] scores = new double[graph.rowCount()][graph.columnCount()];
        for (int user = 0; user < scores.length; user++) {
            foldIn.addScores(UserInput.known(user), graph, user, sums);
            for (int item = 0; item < graph.columnCount(); item++) {
                scores[user][item] = sums.sum(item);
            }
            sums.clear();
        }
        return scores;
    }

    private static FoldIn foldIn(CsrGraph graph, Map<String, Object> method, TrainedModel model) {
        return spec(method).foldIn(new FittedModel(graph, model.items(), model.state()));
    }

    private static TrainedModel solve(CsrGraph graph, Map<String, Object> method) {
        try (Parallel alone = new Parallel(1)) {
            return spec(method).solve(graph(graph), 1, new Workers(alone, Cancellation.NEVER));
        }
    }

    private static TrainingGraph graph(CsrGraph graph) {
        return new TrainingGraph(graph, Features.none(graph.rowCount(), graph.columnCount()));
    }

    private static SparseSpec spec(Map<String, Object> method) {
        return TYPE.spec(config(method));
    }

    private static Config config(Map<String, Object> map) {
        return Config.read(map, TYPE.keys());
    }

    private static Map<String, Object> with(Map<String, Object> method, Map<String, Object> other) {
        Map<String, Object> both = new HashMap<>(method);
        both.putAll(other);
        return both;
    }
}
