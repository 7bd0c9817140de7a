package org.gnnrec.model.pinsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.walk.RandomWalks;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Pairs;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.model.Weight;
import org.gnnrec.model.layer.Block;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.LayerGradient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No neighborhood is sampled here, so that a twin in double can be beside it. */
class PinSageEncoderTest {
    private static final int USERS = 12;
    private static final int ITEMS = 9;
    private static final int D = 4;
    private static final double STEP = 1e-6;
    private static final Pairs NONE = pairs();
    private static final int[] BATCH_USERS = { 7, 2, 11 };
    private static final int[] BATCH_ITEMS = { 0, 8, 3 };

    /** User 11 has item 3 alone. */
    private final CsrGraph rows = Graphs.weighted(
            Graphs.random(USERS - 1, ITEMS, 0.5, 3).union(Graphs.parse(USERS - 1, ITEMS, "7:0; 2:8")), 5);
    private final BipartiteGraph graph = BipartiteGraph.of(withLast(rows));
    private final Parallel parallel = new Parallel(2);
    private final Workers workers = Workers.of(parallel, Cancellation.NEVER);
    private final CsrGraph importance = new RandomWalks(graph, 4, 1, workers).neighborhoods();
    private final SplittableRandom random = new SplittableRandom(4);
    private final Embeddings base = new Embeddings(DenseMatrix.zeros(USERS, D), random(ITEMS));
    private final PinSageEncoder encoder = encoder();

    private static CsrGraph withLast(CsrGraph graph) {
        int edges = graph.edgeCount();
        int[] offsets = Arrays.copyOf(graph.offsets(), USERS + 1);
        offsets[USERS] = edges + 1;
        int[] items = Arrays.copyOf(graph.neighbors(), edges + 1);
        items[edges] = 3;
        float[] weights = Arrays.copyOf(graph.weights(), edges + 1);
        weights[edges] = 2;
        return CsrGraph.of(USERS, ITEMS, offsets, items, weights);
    }

    private PinSageEncoder encoder() {
        PinSageShape shape = new PinSageShape(
                PinSage.layers(2, D, ITEMS, Linears.zeros(new RowProducts(DenseAlgebra.java(), parallel))), D,
                List.of(100, 100), 0);
        PinSageEncoder made = new PinSageEncoder(graph, importance, FeatureMatrix.none(ITEMS), shape,
                new SplittableRandom(1), workers);
        made.initialize(random);
        made.weights().forEach(weight -> fill(weight.values()));
        return made;
    }

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void withoutPairsABatchIsWhatTheWholeGraphGives() {
        Embeddings whole = Embeddings.zeros(USERS, ITEMS, D);
        encoder.forward(base, whole);
        Embeddings batch = forward(NONE);
        for (int slot = 0; slot < 3; slot++) {
            assertThat(batch.users().row(slot)).containsExactly(whole.users().row(BATCH_USERS[slot]), within(1e-6f));
            assertThat(batch.items().row(slot)).containsExactly(whole.items().row(BATCH_ITEMS[slot]), within(1e-6f));
        }
    }

    @Test
    void whatTheBatchJoinsIsLeftOutAndAUserWithoutOthersIsZero() {
        Embeddings joined = forward(pairs(0, 0, 2, 2));
        Embeddings alone = forward(NONE);
        assertThat(joined.users().row(0)).isNotEqualTo(alone.users().row(0));
        assertThat(joined.users().row(1)).containsExactly(alone.users().row(1));
        assertThat(joined.users().row(2)).containsOnly(0);
        assertThat(alone.users().row(2)).containsExactly(alone.items().row(2), within(1e-6f));
        assertThat(joined.items().data()).containsExactly(alone.items().data());
    }

    @Test
    void gradientsAreThoseOfTheTwin() {
        Pairs pairs = pairs(0, 0, 1, 1, 0, 2);
        forward(pairs);
        Embeddings factors = new Embeddings(random(3), random(3));
        double[][] users = doubles(factors.users());
        double[][] items = doubles(factors.items());
        Embeddings gradient = Embeddings.zeros(USERS, ITEMS, D);
        encoder.backward(factors, set(USERS, BATCH_USERS), set(ITEMS, BATCH_ITEMS), gradient);
        assertThat(gradient.users().data()).containsOnly(0);
        List<double[][]> variables = new ArrayList<>();
        variables.add(doubles(base.items()));
        encoder.weights().forEach(weight -> variables.add(doubles(weight.values())));
        List<double[][]> gradients = new ArrayList<>();
        gradients.add(doubles(gradient.items()));
        encoder.weights().stream().map(Weight::gradient).forEach(weight -> gradients.add(doubles(weight)));
        assertThat(worstError(variables, gradients, () -> loss(variables, pairs, users, items))).isLessThan(1e-4);
    }

    private static double worstError(List<double[][]> variables, List<double[][]> gradients,
            DoubleSupplier loss) {
        double worst = 0;
        double largest = 0;
        for (int v = 0; v < variables.size(); v++) {
            for (int r = 0; r < variables.get(v).length; r++) {
                for (int c = 0; c < variables.get(v)[r].length; c++) {
                    double numeric = slope(variables.get(v)[r], c, loss);
                    worst = Math.max(worst, Math.abs(numeric - gradients.get(v)[r][c]));
                    largest = Math.max(largest, Math.abs(numeric));
                }
            }
        }
        return worst / largest;
    }

    private static double slope(double[] row, int c, DoubleSupplier loss) {
        double kept = row[c];
        row[c] = kept + STEP;
        double above = loss.getAsDouble();
        row[c] = kept - STEP;
        double below = loss.getAsDouble();
        row[c] = kept;
        return (above - below) / (2 * STEP);
    }

    /** The factors times the rows of the batch, from the own rows of the items and the weights behind them. */
    private double loss(List<double[][]> variables, Pairs pairs, double[][] userFactors, double[][] itemFactors) {
        Block all = new Block(ITEMS, ITEMS, importance.offsets(), importance.neighbors(), importance.weights());
        double[][] first = PinSageTwin.convolve(true, all, variables.get(0), variables.subList(1, 6));
        double[][] second = PinSageTwin.convolve(false, all, first, variables.subList(6, 11));
        double[][] last = PinSageTwin.head(all, second, variables.subList(11, 14));
        double sum = 0;
        for (int slot = 0; slot < 3; slot++) {
            sum += LayerGradient.dot(itemFactors[slot], last[BATCH_ITEMS[slot]]);
            sum += LayerGradient.dot(userFactors[slot], user(slot, pairs, last));
        }
        return sum;
    }

    private double[] user(int slot, Pairs pairs, double[][] items) {
        CsrGraph all = graph.userItems();
        double[] mean = new double[D];
        for (int e = all.offsets()[BATCH_USERS[slot]]; e < all.offsets()[BATCH_USERS[slot] + 1]; e++) {
            int item = all.neighbors()[e];
            boolean joined = IntStream.range(0, pairs.size())
                    .anyMatch(n -> pairs.userSlot(n) == slot && BATCH_ITEMS[pairs.itemSlot(n)] == item);
            LayerGradient.add(joined ? 0 : all.weight(e), items[item], mean);
        }
        return PinSageTwin.unit(mean);
    }

    private Embeddings forward(Pairs pairs) {
        Embeddings out = Embeddings.zeros(3, 3, D);
        encoder.join(pairs);
        encoder.forward(base, set(USERS, BATCH_USERS), set(ITEMS, BATCH_ITEMS), out);
        return out;
    }

    /** A user slot and an item slot in turn. */
    private static Pairs pairs(int... slots) {
        return new Pairs() {
            @Override
            public int size() {
                return slots.length / 2;
            }

            @Override
            public int userSlot(int pair) {
                return slots[2 * pair];
            }

            @Override
            public int itemSlot(int pair) {
                return slots[2 * pair + 1];
            }
        };
    }

    private static RowSet set(int rows, int... members) {
        RowSet set = new RowSet(rows, rows);
        Arrays.stream(members).forEach(set::add);
        return set;
    }

    private DenseMatrix random(int rows) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, D);
        fill(matrix);
        return matrix;
    }

    private void fill(DenseMatrix matrix) {
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextDouble(-1, 1);
        }
    }

    private static double[][] doubles(DenseMatrix matrix) {
        return IntStream.range(0, matrix.rows()).mapToObj(matrix::row)
                .map(row -> IntStream.range(0, row.length).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
    }
}
