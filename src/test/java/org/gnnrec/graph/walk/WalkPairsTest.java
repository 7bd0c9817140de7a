package org.gnnrec.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The share of each pair against the powers of the step's probabilities. */
class WalkPairsTest {
    private static final int PAIRS = 400_000;

    /** User 3 and item 5 have each other alone, user 4 and item 6 nothing. */
    private final CsrGraph graph = Graphs.parse(5, 7, "0:0,1,2; 1:1,3; 2:2,3,4; 3:5");

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void pairsComeAsOftenAsInTheListOfAllWalks(boolean weighted) {
        CsrGraph rows = weighted ? Graphs.weighted(graph, 3) : graph;
        double[][] exact = shares(steps(rows));
        double[][] found = new double[exact.length][exact.length];
        WalkPairs pairs = new WalkPairs(BipartiteGraph.of(rows), new SplittableRandom(7));
        for (int pair = 0; pair < PAIRS; pair++) {
            pairs.next();
            found[pairs.start()][pairs.end()] += 1.0 / PAIRS;
        }
        for (int start = 0; start < exact.length; start++) {
            for (int end = 0; end < exact.length; end++) {
                // A share p has a standard deviation of sqrt(p / 400,000), 0.0005 for the largest here.
                assertThat(found[start][end]).isCloseTo(exact[start][end], within(0.002));
            }
            assertThat(found[start][start]).isZero();
        }
    }

    /** P + ... + P^5 without the diagonal, over its sum. */
    private static double[][] shares(double[][] step) {
        double[][] visits = new double[step.length][step.length];
        double[][] power = step;
        for (int steps = 1; steps <= WalkPairs.STEPS; steps++) {
            for (int start = 0; start < step.length; start++) {
                for (int end = 0; end < step.length; end++) {
                    visits[start][end] += start == end ? 0 : power[start][end];
                }
            }
            power = times(power, step);
        }
        double sum = 0;
        for (double[] row : visits) {
            for (double visit : row) {
                sum += visit;
            }
        }
        for (double[] row : visits) {
            for (int end = 0; end < row.length; end++) {
                row[end] /= sum;
            }
        }
        return visits;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int row = 0; row < a.length; row++) {
            for (int inner = 0; inner < a.length; inner++) {
                for (int column = 0; column < a.length; column++) {
                    product[row][column] += a[row][inner] * b[inner][column];
                }
            }
        }
        return product;
    }

    private static double[][] steps(CsrGraph rows) {
        int users = rows.rowCount();
        double[] itemWeights = rows.columnWeights();
        double[][] step = new double[users + rows.columnCount()][users + rows.columnCount()];
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < rows.columnCount(); item++) {
                double weight = rows.weightBetween(user, item);
                step[user][users + item] = weight == 0 ? 0 : weight / rows.rowWeight(user);
                step[users + item][user] = weight == 0 ? 0 : weight / itemWeights[item];
            }
        }
        return step;
    }
}
