package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The float loss and its gradient by the rows of a batch against a double twin and its central differences. */
class MarginLossTest {
    private static final double STEP = 1e-6;
    private static final int D = 5;
    private static final int BATCH = 16;

    /** User 11 has every item. */
    private final CsrGraph graph = Graphs.weighted(Graphs.random(13, 20, 0.3, 2)
            .union(Graphs.parse(13, 20, "11:0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19")), 7);
    private final CsrGraph band = Graphs.random(20, 20, 0.4, 5);
    private final StepConfig config = Steps
            .config(Map.of("loss", "margin", "margin", 0.3, "negativeSamples", 12, "embeddingDimension", D));

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 9 })
    void valueAndGradientAreThoseOfTheTwin(int epochsBefore) {
        try (Parallel parallel = new Parallel(2)) {
            Batch batch = new Batch(13, 20, BATCH, 0, 200, D);
            HardNegatives hard = HardNegativesTest.of(graph, band, BATCH);
            MarginLoss loss = new MarginLoss(graph, batch, config, hard, new SplittableRandom(4),
                    Workers.of(parallel, () -> {}));
            EdgeOrder edges = new EdgeOrder(graph, new SplittableRandom(5));
            for (int epoch = 0; epoch <= epochsBefore; epoch++) {
                batch.clear();
                loss.fill(batch, edges);
            }
            SplittableRandom random = new SplittableRandom(6);
            double[][] users = fill(batch.rows().users(), random);
            double[][] items = fill(batch.rows().items(), random);
            batch.clearGradients();
            assertThat(loss.valueAndGradient(batch)).isCloseTo(value(batch, loss, hard, users, items), within(1e-5));
            double worst = Math.max(error(batch, loss, hard, users, items, users, batch.gradients().users()),
                    error(batch, loss, hard, users, items, items, batch.gradients().items()));
            assertThat(worst).isLessThan(1e-6);
            assertThat(hardCount(batch, hard)).isBetween(epochsBefore == 0 ? 0 : 1,
                    BATCH * Math.min(5, epochsBefore));
        }
    }

    private double error(Batch batch, MarginLoss loss, HardNegatives hard, double[][] users, double[][] items,
            double[][] variables, DenseMatrix gradient) {
        double worst = 0;
        for (int row = 0; row < variables.length; row++) {
            for (int c = 0; c < D; c++) {
                double kept = variables[row][c];
                variables[row][c] = kept + STEP;
                double above = value(batch, loss, hard, users, items);
                variables[row][c] = kept - STEP;
                double below = value(batch, loss, hard, users, items);
                variables[row][c] = kept;
                worst = Math.max(worst,
                        Math.abs((above - below) / (2 * STEP) - gradient.data()[gradient.offset(row) + c]));
            }
        }
        return worst;
    }

    private double value(Batch batch, MarginLoss loss, HardNegatives hard, double[][] users,
            double[][] items) {
        double sum = 0;
        for (int edge = 0; edge < batch.size(); edge++) {
            sum += batch.weight(edge) * (shared(batch, loss, edge, users, items)
                    + hard(batch, hard, edge, users, items));
        }
        return sum / batch.size();
    }

    private double shared(Batch batch, MarginLoss loss, int edge, double[][] users, double[][] items) {
        double sum = 0;
        double count = 0;
        for (int slot = 0; slot < loss.negatives().size(); slot++) {
            if (!graph.contains(batch.users().row(batch.userSlot(edge)), batch.items().row(slot))) {
                count += loss.negatives().count(slot);
                sum += loss.negatives().count(slot) * violation(batch, edge, slot, users, items);
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double hard(Batch batch, HardNegatives hard, int edge, double[][] users, double[][] items) {
        double sum = 0;
        for (int n = 0; n < hard.size(edge); n++) {
            sum += violation(batch, edge, hard.slot(edge, n), users, items) / hard.size(edge);
        }
        return sum;
    }

    private static double violation(Batch batch, int edge, int slot, double[][] users, double[][] items) {
        double difference = 0;
        for (int c = 0; c < D; c++) {
            difference += users[batch.userSlot(edge)][c] * (items[slot][c] - items[batch.itemSlot(edge)][c]);
        }
        return Math.max(0, difference + 0.3);
    }

    private static int hardCount(Batch batch, HardNegatives hard) {
        int count = 0;
        for (int edge = 0; edge < batch.size(); edge++) {
            count += hard.size(edge);
        }
        return count;
    }

    private static double[][] fill(DenseMatrix matrix, SplittableRandom random) {
        double[][] rows = new double[matrix.rows()][D];
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextDouble(-1, 1);
            rows[n / D][n % D] = matrix.data()[n];
        }
        return rows;
    }
}
