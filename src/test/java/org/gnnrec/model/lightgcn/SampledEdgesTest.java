package org.gnnrec.model.lightgcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.graph.NormalizedCsr;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.RowSet;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledEdgesTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final int D = 3;

    private final CsrGraph graph = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.4, 5), 6);
    private final NormalizedCsr half = NormalizedAdjacency.of(BipartiteGraph.of(graph)).toUsers();
    private final double[][] dense = Graphs.normalized(graph);
    private final DenseMatrix x = random(ITEMS, 1);
    private final Parallel parallel = new Parallel(2);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void rowsWithinTheLimitAreExact() {
        RowSet rows = rows(7, 0, 39);
        DenseMatrix out = gathered(ITEMS, rows, 1);
        for (int slot = 0; slot < rows.size(); slot++) {
            assertRow(out, slot, product(rows.row(slot)), 1e-5);
        }
    }

    @Test
    void theMeanOverManyDrawsIsTheFullSum() {
        RowSet rows = rows(3, 12);
        int draws = 4000;
        DenseMatrix mean = gathered(4, rows, draws);
        for (int slot = 0; slot < rows.size(); slot++) {
            assertThat(graph.degree(rows.row(slot))).isGreaterThan(8);
            assertRow(mean, slot, product(rows.row(slot)), 0.04);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5, 100 })
    void scatterIsTheTransposeOfGather(int limit) {
        RowSet rows = rows(3, 12, 25, 8);
        SampledEdges edges = new SampledEdges(half, limit, new SplittableRandom(2));
        for (int draw = 0; draw < 3; draw++) {
            edges.draw(rows);
            DenseMatrix gathered = DenseMatrix.zeros(4, D);
            edges.gather(x, gathered, parallel);
            DenseMatrix y = random(4, 9);
            DenseMatrix scattered = DenseMatrix.zeros(ITEMS, D);
            edges.scatter(y, scattered, parallel);
            assertThat(dot(scattered, x)).isCloseTo(dot(gathered, y), within(1e-4));
        }
    }

    @Test
    void aLargerAndASmallerBatchFollowEachOther() {
        SampledEdges edges = new SampledEdges(half, 5, new SplittableRandom(2));
        for (int[] batch : new int[][]{ { 1 }, { 2, 3, 4, 5, 6, 7, 8 }, {}, { 9, 1 } }) {
            edges.draw(rows(batch));
            DenseMatrix ones = DenseMatrix.zeros(8, D);
            Arrays.fill(ones.data(), 1);
            DenseMatrix out = DenseMatrix.zeros(ITEMS, D);
            edges.scatter(ones, out, parallel);
            long reached = Arrays.stream(toDoubles(out)).filter(value -> value != 0).count() / D;
            assertThat(reached).isBetween(batch.length == 0 ? 0L : 5L, 5L * batch.length);
        }
    }

    private DenseMatrix gathered(int limit, RowSet rows, int draws) {
        SampledEdges edges = new SampledEdges(half, limit, new SplittableRandom(2));
        DenseMatrix out = DenseMatrix.zeros(rows.size(), D);
        for (int draw = 0; draw < draws; draw++) {
            edges.draw(rows);
            edges.gather(x, out, parallel);
        }
        for (int n = 0; n < out.data().length; n++) {
            out.data()[n] /= draws;
        }
        return out;
    }

    private double[] product(int user) {
        double[] sum = new double[D];
        for (int item = 0; item < ITEMS; item++) {
            for (int c = 0; c < D; c++) {
                sum[c] += dense[user][item] * x.data()[item * D + c];
            }
        }
        return sum;
    }

    private static void assertRow(DenseMatrix found, int row, double[] expected, double tolerance) {
        for (int c = 0; c < D; c++) {
            assertThat((double) found.data()[row * D + c]).isCloseTo(expected[c], within(tolerance));
        }
    }

    private static double dot(DenseMatrix a, DenseMatrix b) {
        double sum = 0;
        for (int n = 0; n < a.data().length; n++) {
            sum += a.data()[n] * b.data()[n];
        }
        return sum;
    }

    private static double[] toDoubles(DenseMatrix matrix) {
        double[] values = new double[matrix.data().length];
        for (int n = 0; n < values.length; n++) {
            values[n] = matrix.data()[n];
        }
        return values;
    }

    private static RowSet rows(int... rows) {
        RowSet set = new RowSet(USERS, 8);
        for (int row : rows) {
            set.add(row);
        }
        return set;
    }

    private static DenseMatrix random(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix matrix = DenseMatrix.zeros(rows, D);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextGaussian();
        }
        return matrix;
    }
}
