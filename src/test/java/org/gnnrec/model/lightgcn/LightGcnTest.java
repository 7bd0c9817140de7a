package org.gnnrec.model.lightgcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LightGCN and LightGCN++. */
@ParameterizedClass
@ValueSource(booleans = { false, true })
class LightGcnTest {
    private static final int USERS = 23;
    private static final int ITEMS = 17;
    private static final int D = 6;

    private static final double STEP = 1e-5;

    private final boolean rowNormalization;
    private final CsrGraph graph = Graphs.random(USERS, ITEMS, 0.15, 4);
    private final Embeddings base = random(USERS, ITEMS, 1);

    LightGcnTest(boolean rowNormalization) {
        this.rowNormalization = rowNormalization;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void forwardIsThatOfTheDenseTwin(int layers) {
        double[][] expected = twin(layers).forward(stacked(base));
        Embeddings out = Embeddings.zeros(USERS, ITEMS, D);
        try (Parallel parallel = new Parallel(2)) {
            lightGcn(layers, parallel).forward(base, out);
        }
        assertClose(stacked(out), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void forwardOfSomeRowsGivesTheRowsOfTheFullPass(int layers) {
        RowSet users = rows(USERS, 5, 0, 22, 5);
        RowSet items = rows(ITEMS, 16, 3);
        Embeddings all = Embeddings.zeros(USERS, ITEMS, D);
        Embeddings some = Embeddings.zeros(3, 2, D);
        try (Parallel parallel = new Parallel(2)) {
            LightGcn lightGcn = lightGcn(layers, parallel);
            lightGcn.forward(base, all);
            lightGcn.forward(base, users, items, some);
        }
        for (int slot = 0; slot < 3; slot++) {
            assertRow(some.users(), slot, all.users(), users.row(slot));
        }
        for (int slot = 0; slot < 2; slot++) {
            assertRow(some.items(), slot, all.items(), items.row(slot));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void backwardIsTheGradientOfTheDenseTwin(int layers) {
        RowSet users = rows(USERS, 7, 1);
        RowSet items = rows(ITEMS, 2, 9, 11);
        Embeddings rowGradients = random(2, 3, 8);
        Embeddings spread = Embeddings.zeros(USERS, ITEMS, D);
        spread(rowGradients.users(), users, spread.users());
        spread(rowGradients.items(), items, spread.items());
        double[][] expected = numericGradient(twin(layers), stacked(spread));
        Embeddings gradient = Embeddings.zeros(USERS, ITEMS, D);
        try (Parallel parallel = new Parallel(2)) {
            LightGcn lightGcn = lightGcn(layers, parallel);
            lightGcn.forward(base, users, items, Embeddings.zeros(2, 3, D));
            lightGcn.backward(rowGradients, users, items, gradient);
        }
        assertClose(stacked(gradient), expected);
    }

    /** Of the sum of the products of all final embeddings with these, by central differences. */
    private double[][] numericGradient(DenseTwin twin, double[][] factors) {
        double[][] at = stacked(base);
        double[][] gradient = new double[at.length][D];
        for (int n = 0; n < at.length; n++) {
            for (int c = 0; c < D; c++) {
                double kept = at[n][c];
                at[n][c] = kept + STEP;
                double above = sumOfProducts(twin.forward(at), factors);
                at[n][c] = kept - STEP;
                gradient[n][c] = (above - sumOfProducts(twin.forward(at), factors)) / (2 * STEP);
                at[n][c] = kept;
            }
        }
        return gradient;
    }

    private static double sumOfProducts(double[][] x, double[][] y) {
        double sum = 0;
        for (int n = 0; n < x.length; n++) {
            for (int c = 0; c < D; c++) {
                sum += x[n][c] * y[n][c];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void aUserIsItsBasePlusTheMessagesOfItsItems(int layers) {
        TrainedModel model;
        try (Parallel parallel = new Parallel(2)) {
            model = lightGcn(layers, parallel).model(base);
        }
        DenseMatrix messages = model.state().matrix(LightGcn.MESSAGES);
        double[][] weights = Graphs.normalized(graph, shape(layers).normalization());
        for (int user = 0; user < USERS; user++) {
            for (int c = 0; c < D; c++) {
                double sum = shape(layers).ownWeight() * base.users().data()[user * D + c];
                for (int item = 0; item < ITEMS; item++) {
                    sum += weights[user][item] * messages.data()[item * D + c];
                }
                assertThat(model.users().data()[user * D + c]).isCloseTo((float) sum, within(1e-6f));
            }
        }
        assertClose(stacked(new Embeddings(model.users(), model.items())), twin(layers).forward(stacked(base)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void theStateHoldsTheLearnedRowsAsTheyAre(int layers) {
        TrainedModel model;
        try (Parallel parallel = new Parallel(2)) {
            model = lightGcn(layers, parallel).model(base);
        }
        assertThat(model.state().asMap()).containsOnlyKeys("userBase", "learned.itemBase", "messages");
        assertThat(model.state().matrix(LightGcn.USER_BASE).data()).containsExactly(base.users().data());
        assertThat(model.state().matrix(LightGcn.ITEM_BASE).data()).containsExactly(base.items().data());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3 })
    void theBitsDoNotDependOnTheNumberOfThreads(int layers) {
        Embeddings alone = Embeddings.zeros(USERS, ITEMS, D);
        Embeddings shared = Embeddings.zeros(USERS, ITEMS, D);
        try (Parallel one = new Parallel(1); Parallel three = new Parallel(3)) {
            for (var run : java.util.Map.of(one, alone, three, shared).entrySet()) {
                LightGcn lightGcn = lightGcn(layers, run.getKey());
                lightGcn.forward(base, rows(USERS, 1, 2, 3), rows(ITEMS, 4, 5), Embeddings.zeros(3, 2, D));
                lightGcn.backward(random(3, 2, 9), rows(USERS, 1, 2, 3), rows(ITEMS, 4, 5), run.getValue());
            }
        }
        assertThat(shared.users().data()).containsExactly(alone.users().data());
        assertThat(shared.items().data()).containsExactly(alone.items().data());
    }

    private LightGcn lightGcn(int layers, Parallel parallel) {
        return new LightGcn(BipartiteGraph.of(graph), shape(layers), new SplittableRandom(3),
                Workers.of(parallel, Cancellation.NEVER));
    }

    private LightGcnShape shape(int layers) {
        return new LightGcnShape(layers, D, rowNormalization, ITEMS);
    }

    private DenseTwin twin(int layers) {
        return new DenseTwin(graph, shape(layers));
    }

    private static double[][] stacked(Embeddings embeddings) {
        double[][] rows = new double[embeddings.users().rows() + embeddings.items().rows()][D];
        for (int n = 0; n < rows.length; n++) {
            boolean user = n < embeddings.users().rows();
            DenseMatrix half = user ? embeddings.users() : embeddings.items();
            for (int c = 0; c < D; c++) {
                rows[n][c] = half.data()[(user ? n : n - embeddings.users().rows()) * D + c];
            }
        }
        return rows;
    }

    private static void assertClose(double[][] found, double[][] expected) {
        for (int n = 0; n < expected.length; n++) {
            assertThat(found[n]).containsExactly(expected[n], within(1e-6));
        }
    }

    private static void assertRow(DenseMatrix found, int row, DenseMatrix expected, int expectedRow) {
        for (int c = 0; c < D; c++) {
            assertThat(found.data()[row * D + c]).isCloseTo(expected.data()[expectedRow * D + c], within(1e-6f));
        }
    }

    private static void spread(DenseMatrix x, RowSet rows, DenseMatrix out) {
        for (int slot = 0; slot < rows.size(); slot++) {
            System.arraycopy(x.data(), slot * D, out.data(), rows.row(slot) * D, D);
        }
    }

    private static RowSet rows(int rowCount, int... rows) {
        RowSet set = new RowSet(rowCount, rows.length);
        for (int row : rows) {
            set.add(row);
        }
        return set;
    }

    private static Embeddings random(int users, int items, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Embeddings embeddings = Embeddings.zeros(users, items, D);
        for (float[] data : new float[][]{ embeddings.users().data(), embeddings.items().data() }) {
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian();
            }
        }
        return embeddings;
    }
}
