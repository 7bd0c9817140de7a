package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tile of three edges over two full panels of negatives and a part of one, beside the formulas. */
class SoftmaxTileTest {
    private static final int EDGES = 3;
    private static final int ITEMS = 2 * SoftmaxTile.PANEL + 22;
    private static final int D = 5;
    private static final double FACTOR = 0.7;

    private final DenseMatrix users = unit(EDGES, 0, 1);
    /** Those of the first panel point away from the users, the others like them. */
    private final DenseMatrix items = unit(ITEMS, SoftmaxTile.PANEL, 2);
    private final float[] userGradients = new float[EDGES * D];
    private final float[] itemGradients = new float[ITEMS * D];
    private final double[] logSums = new double[EDGES];

    /** At 200 the logits of a row lie up to 400 apart, and those of later panels far above the first. */
    @ParameterizedTest
    @ValueSource(floats = { 0.5f, 8, 200 })
    void isTheSoftmaxAtAnyTemperature(float inverseTemperature) {
        CsrGraph own = own(new int[]{ 3, SoftmaxTile.PANEL + 6, ITEMS - 1 }, new int[]{ 0 }, new int[]{});
        run(own, inverseTemperature);
        assertIsSoftmax(own, inverseTemperature);
    }

    @Test
    void aPanelThatIsMaskedWholeCountsNothing() {
        int[] first = new int[SoftmaxTile.PANEL];
        for (int item = 0; item < first.length; item++) {
            first[item] = item;
        }
        CsrGraph own = own(first, new int[]{ 1 }, first);
        run(own, 30);
        assertIsSoftmax(own, 30);
    }

    @Test
    void anEdgeWithoutANegativeHasNoLogSumAndNoGradient() {
        int[] all = new int[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            all[item] = item;
        }
        CsrGraph own = own(all, new int[]{ 1 }, new int[]{});
        run(own, 8);
        assertIsSoftmax(own, 8);
        assertThat(logSums[0]).isZero();
    }

    private void run(CsrGraph own, float inverseTemperature) {
        SoftmaxTile tile = new SoftmaxTile(ITEMS, D);
        Batch batch = new Batch(EDGES, ITEMS, ITEMS, 0, 0, D);
        for (int item = 0; item < ITEMS; item++) {
            batch.add(0, item, 1);
        }
        SoftmaxNegatives negatives = SoftmaxNegatives.of(full(),
                Steps.config(Map.of("negativePopularity", 1, "batchSize", ITEMS)),
                new SplittableRandom(1));
        negatives.close(batch);
        float[] panels = new float[ITEMS * D];
        for (int start = 0; start < ITEMS; start += SoftmaxTile.PANEL) {
            SoftmaxTile.layOut(items, start, Math.min(ITEMS, start + SoftmaxTile.PANEL), panels);
        }
        // Twice: what the first tile left must not matter.
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(userGradients, 0);
            Arrays.fill(itemGradients, 0);
            tile.begin(EDGES, negatives);
            for (int edge = 0; edge < EDGES; edge++) {
                tile.anchor(edge, users, edge, inverseTemperature);
                tile.mask(edge, own, edge, batch.items());
            }
            tile.forward(panels, items, userGradients, 0);
            for (int edge = 0; edge < EDGES; edge++) {
                logSums[edge] = tile.logSum(edge);
                tile.normalize(edge, FACTOR, userGradients, edge * D);
            }
            tile.backward(itemGradients);
        }
    }

    private void assertIsSoftmax(CsrGraph own, float inverseTemperature) {
        double[][] shares = new double[EDGES][ITEMS];
        for (int edge = 0; edge < EDGES; edge++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int item = 0; item < ITEMS; item++) {
                shares[edge][item] = own.contains(edge, item)
                        ? Double.NEGATIVE_INFINITY
                        : inverseTemperature * dot(users, edge, items, item);
                largest = Math.max(largest, shares[edge][item]);
            }
            double sum = 0;
            for (int item = 0; item < ITEMS; item++) {
                shares[edge][item] = largest == Double.NEGATIVE_INFINITY ? 0 : Math.exp(shares[edge][item] - largest);
                sum += shares[edge][item];
            }
            assertThat(logSums[edge]).isCloseTo(sum == 0 ? 0 : largest + Math.log(sum), within(1e-4));
            for (int item = 0; item < ITEMS; item++) {
                shares[edge][item] *= sum == 0 ? 0 : FACTOR / sum;
            }
        }
        for (int c = 0; c < D; c++) {
            for (int edge = 0; edge < EDGES; edge++) {
                double gradient = 0;
                for (int item = 0; item < ITEMS; item++) {
                    gradient += shares[edge][item] * items.data()[item * D + c];
                }
                assertThat((double) userGradients[edge * D + c]).isCloseTo(gradient, within(1e-4));
            }
            for (int item = 0; item < ITEMS; item++) {
                double gradient = 0;
                for (int edge = 0; edge < EDGES; edge++) {
                    gradient += shares[edge][item] * inverseTemperature * users.data()[edge * D + c];
                }
                assertThat((double) itemGradients[item * D + c]).isCloseTo(gradient,
                        within(1e-4 * inverseTemperature));
            }
        }
    }

    private static CsrGraph own(int[]... rows) {
        CsrBuilder builder = new CsrBuilder(EDGES, ITEMS);
        for (int edge = 0; edge < EDGES; edge++) {
            for (int item : rows[edge]) {
                builder.add(edge, item);
            }
        }
        return builder.build();
    }

    /** Large enough for a batch of all items. */
    private static CsrGraph full() {
        CsrBuilder builder = new CsrBuilder(20, ITEMS);
        for (int user = 0; user < 20; user++) {
            for (int item = 0; item < ITEMS; item++) {
                builder.add(user, item);
            }
        }
        return builder.build();
    }

    private static double dot(DenseMatrix a, int row, DenseMatrix b, int other) {
        double sum = 0;
        for (int c = 0; c < D; c++) {
            sum += a.data()[row * D + c] * b.data()[other * D + c];
        }
        return sum;
    }

    private static DenseMatrix unit(int rows, int turned, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix matrix = DenseMatrix.zeros(rows, D);
        for (int row = 0; row < rows; row++) {
            double squares = 0;
            for (int c = 0; c < D; c++) {
                double lean = c > 0 ? 0 : row < turned ? -2 : 2;
                matrix.data()[row * D + c] = (float) (lean + random.nextGaussian());
                squares += Math.pow(matrix.data()[row * D + c], 2);
            }
            for (int c = 0; c < D; c++) {
                matrix.data()[row * D + c] /= (float) Math.sqrt(squares);
            }
        }
        return matrix;
    }
}
