package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

/** The float loss and its gradient by the rows of a batch against a double twin and its central differences. */
class WalkLossTest {
    private static final double STEP = 1e-6;
    private static final int USERS = 13;
    private static final int ITEMS = 10;
    private static final int BATCH = 40;
    private static final int D = 5;

    /** User 12 and item 9 have no edge. */
    private final CsrGraph graph = Graphs.weighted(Graphs.parse(USERS, ITEMS, "0:0,1,2; 1:1,3; 2:2,3,4; 3:5; 4:6,7,8; "
            + "5:0,8; 6:1; 7:0,1,2,3; 8:4,5; 9:6; 10:7; 11:0,1,2,3,4,5,6,7,8"), 7);

    @Test
    void valueAndGradientAreThoseOfTheTwin() {
        Batch batch = batch(8);
        WalkLoss loss = filled(batch, 8);
        SplittableRandom random = new SplittableRandom(6);
        double[][] users = randomize(batch.rows().users(), random);
        double[][] items = randomize(batch.rows().items(), random);
        batch.clearGradients();
        assertThat(loss.valueAndGradient(batch)).isCloseTo(value(loss, users, items), within(1e-5));
        double largest = Math.max(largest(batch.gradients().users()), largest(batch.gradients().items()));
        double worst = Math.max(error(loss, users, items, users, batch.gradients().users()),
                error(loss, users, items, items, batch.gradients().items()));
        assertThat(worst / largest).isLessThan(1e-6);
    }

    @Test
    void pairsAreOfAllSidesAndNegativesOfBoth() {
        Batch batch = batch(8);
        WalkLoss loss = filled(batch, 8);
        boolean[] kinds = new boolean[4];
        for (int pair = 0; pair < BATCH; pair++) {
            kinds[(loss.starts()[pair] < 0 ? 2 : 0) + (loss.ends()[pair] < 0 ? 1 : 0)] = true;
        }
        assertThat(kinds).containsOnly(true);
        assertThat(Arrays.stream(loss.negatives()).anyMatch(slot -> slot < 0)).isTrue();
        assertThat(Arrays.stream(loss.negatives()).anyMatch(slot -> slot >= 0)).isTrue();
        assertThat(batch.size()).isZero();
    }

    @Test
    void negativesComeByTheirDegreeToThreeQuarters() {
        int draws = 60_000;
        Batch batch = batch(draws);
        WalkLoss loss = filled(batch, draws);
        double[] found = new double[USERS + ITEMS];
        for (int slot : loss.negatives()) {
            found[slot >= 0 ? batch.users().row(slot) : USERS + batch.items().row(~slot)] += 1.0 / draws;
        }
        double[] wanted = new double[USERS + ITEMS];
        double[] items = graph.columnWeights();
        Arrays.setAll(wanted, node -> Math.pow(node < USERS ? graph.rowWeight(node) : items[node - USERS], 0.75));
        double sum = Arrays.stream(wanted).sum();
        for (int node = 0; node < wanted.length; node++) {
            // Five standard deviations of a share of a tenth.
            assertThat(found[node]).isCloseTo(wanted[node] / sum, within(0.006));
        }
        assertThat(found[12] + found[USERS + 9]).isZero();
    }

    private WalkLoss filled(Batch batch, int negatives) {
        StepConfig config = Steps.config(Map.of("modelType", "graphsage", "loss", "walk", "negativeSamples",
                negatives, "embeddingDimension", D)).settled();
        try (Parallel parallel = new Parallel(1)) {
            WalkLoss loss = new WalkLoss(BipartiteGraph.of(graph), BATCH, config, new SplittableRandom(4),
                    Workers.of(parallel, () -> {}));
            assertThat(loss.fill(batch, null)).isEqualTo(BATCH);
            return loss;
        }
    }

    private static Batch batch(int negatives) {
        return new Batch(USERS, ITEMS, BATCH, BATCH + negatives, BATCH + negatives, D);
    }

    private static double error(WalkLoss loss, double[][] users, double[][] items, double[][] variables,
            DenseMatrix gradient) {
        double worst = 0;
        for (int row = 0; row < variables.length; row++) {
            for (int c = 0; c < D; c++) {
                double kept = variables[row][c];
                variables[row][c] = kept + STEP;
                double above = value(loss, users, items);
                variables[row][c] = kept - STEP;
                double below = value(loss, users, items);
                variables[row][c] = kept;
                worst = Math.max(worst,
                        Math.abs((above - below) / (2 * STEP) - gradient.data()[gradient.offset(row) + c]));
            }
        }
        return worst;
    }

    /** Equation 1, with the negatives that were drawn. */
    private static double value(WalkLoss loss, double[][] users, double[][] items) {
        double sum = 0;
        for (int pair = 0; pair < BATCH; pair++) {
            double[] start = row(loss.starts()[pair], users, items);
            sum -= Math.log(sigmoid(dot(start, row(loss.ends()[pair], users, items))));
            for (int negative : loss.negatives()) {
                sum -= Math.log(sigmoid(-dot(start, row(negative, users, items))));
            }
        }
        return sum / BATCH;
    }

    private static double[] row(int slot, double[][] users, double[][] items) {
        return slot >= 0 ? users[slot] : items[~slot];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < D; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static double largest(DenseMatrix gradient) {
        double largest = 0;
        for (float value : gradient.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double[][] randomize(DenseMatrix matrix, SplittableRandom random) {
        double[][] rows = new double[matrix.rows()][D];
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextDouble(-1, 1);
            rows[n / D][n % D] = matrix.data()[n];
        }
        return rows;
    }
}
