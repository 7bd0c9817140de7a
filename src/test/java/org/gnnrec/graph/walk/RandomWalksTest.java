package org.gnnrec.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWalksTest {
    /** Item 5 has a user that has nothing else, item 6 has none. */
    private final CsrGraph graph = Graphs.parse(5, 7, "0:0,1,2; 1:1,3; 2:2,3,4; 3:0,4; 4:5");

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void sharesOfVisitsAreThoseOfOneAndTwoSteps(boolean weighted) {
        CsrGraph rows = weighted ? Graphs.weighted(graph, 3) : graph;
        CsrGraph found = walk(rows, 1000, 5, 2);
        double[][] exact = exactShares(rows);
        for (int item = 0; item < exact.length; item++) {
            for (int other = 0; other < exact.length; other++) {
                // Eight thousand walks: a share has a standard deviation of at most 0.006.
                assertThat((double) found.weightBetween(item, other)).isCloseTo(exact[item][other], within(0.025));
            }
        }
    }

    /** {@code P + P^2} without the diagonal, rows adding up to one. */
    private static double[][] exactShares(CsrGraph rows) {
        double[][] step = step(rows);
        double[][] shares = new double[step.length][step.length];
        for (int i = 0; i < step.length; i++) {
            double sum = 0;
            for (int j = 0; j < step.length; j++) {
                shares[i][j] = i == j ? 0 : step[i][j];
                for (int k = 0; i != j && k < step.length; k++) {
                    shares[i][j] += step[i][k] * step[k][j];
                }
                sum += shares[i][j];
            }
            for (int j = 0; sum > 0 && j < step.length; j++) {
                shares[i][j] /= sum;
            }
        }
        return shares;
    }

    private static double[][] step(CsrGraph rows) {
        int items = rows.columnCount();
        double[] itemWeights = rows.columnWeights();
        double[][] step = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                for (int user = 0; user < rows.rowCount(); user++) {
                    step[i][j] += rows.contains(user, i)
                            ? rows.weightBetween(user, i) / itemWeights[i] * rows.weightBetween(user, j)
                                    / rows.rowWeight(user)
                            : 0;
                }
            }
        }
        return step;
    }

    @Test
    void rowsHaveTheMostVisitedAndAddUpToOne() {
        CsrGraph random = Graphs.random(60, 40, 0.2, 3);
        CsrGraph few = walk(random, 5, 9, 1);
        double[][] exact = exactShares(random);
        double best = 0;
        double found = 0;
        for (int item = 0; item < few.rowCount(); item++) {
            assertThat(few.degree(item)).isEqualTo(5);
            assertThat(few.contains(item, item)).isFalse();
            assertThat(few.rowWeight(item)).isCloseTo(1, within(1e-6));
            best -= Arrays.stream(exact[item]).map(share -> -share).sorted().limit(5).sum();
            for (int e = few.offsets()[item]; e < few.offsets()[item + 1]; e++) {
                found += exact[item][few.neighbors()[e]];
            }
        }
        // Of 39 items that are nearly alike, 400 walks do not find the best five of each.
        assertThat(found).isGreaterThan(0.9 * best);
    }

    @Test
    void theBandBeginsWhereTheNeighborsEnd() {
        CsrGraph random = Graphs.random(60, 40, 0.2, 3);
        try (Parallel parallel = new Parallel(2)) {
            RandomWalks walks = new RandomWalks(BipartiteGraph.of(random), 5, 9, workers(parallel));
            CsrGraph near = walks.neighborhoods();
            CsrGraph band = walks.band();
            for (int item = 0; item < near.rowCount(); item++) {
                int row = item;
                assertThat(band.degree(item)).isEqualTo(10);
                assertThat(Arrays.stream(band.row(item).neighbors()))
                        .allMatch(other -> !near.contains(row, other) && other != row);
            }
        }
        assertThat(walk(graph, 1000, 5, 1).degree(0)).isEqualTo(4);
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        CsrGraph random = Graphs.weighted(Graphs.random(300, 1200, 0.02, 3), 4);
        CsrGraph one = walk(random, 10, 5, 1);
        assertThat(walk(random, 10, 5, 2).sameEdges(one)).isTrue();
        assertThat(walk(random, 10, 5, 3).sameEdges(one)).isTrue();
        assertThat(walk(random, 10, 6, 1).sameEdges(one)).isFalse();
    }

    @Test
    void otherNamesOfItemsGiveTheSameShares() {
        int items = graph.columnCount();
        CsrBuilder turned = new CsrBuilder(graph.rowCount(), items);
        for (int user = 0; user < graph.rowCount(); user++) {
            for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
                turned.add(user, items - 1 - graph.neighbors()[e]);
            }
        }
        CsrGraph names = walk(graph, 1000, 5, 1);
        CsrGraph others = walk(turned.build(), 1000, 5, 1);
        for (int item = 0; item < items; item++) {
            for (int other = 0; other < items; other++) {
                assertThat(others.weightBetween(items - 1 - item, items - 1 - other))
                        .isCloseTo(names.weightBetween(item, other), within(0.03f));
            }
        }
    }

    @Test
    void endsWhereTheCheckpointThrows() {
        try (Parallel parallel = new Parallel(2)) {
            RandomWalks walks = new RandomWalks(BipartiteGraph.of(graph), 5, 1, Workers.of(parallel, () -> {
                throw new CancellationException("terminated");
            }));
            assertThatExceptionOfType(CancellationException.class).isThrownBy(walks::neighborhoods);
        }
    }

    private static Workers workers(Parallel parallel) {
        return Workers.of(parallel, Cancellation.NEVER);
    }

    private static CsrGraph walk(CsrGraph rows, int most, long seed, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return new RandomWalks(BipartiteGraph.of(rows), most, seed, workers(parallel)).neighborhoods();
        }
    }
}
