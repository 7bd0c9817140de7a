package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Embeddings;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class UserTemperaturesTest {
    private static final double TEMPERATURE = 0.2;
    /** User 0 points at their item, user 1 at neither, user 2 has no item. */
    private final CsrGraph graph = Graphs.parse(3, 2, "0:0; 1:1");
    private final Embeddings last = new Embeddings(matrix(2, 0, 3, 0, 1, 1), matrix(5, 0, 0, 4));

    @Test
    void areTheGivenOneUntilTheFirstFit() {
        assertThat(temperatures(0.6, 1, 1).inverse(1)).isEqualTo(5);
    }

    @Test
    void followTheFormula() {
        UserTemperatures temperatures = temperatures(0.5, 1, 3);
        temperatures.adapt(last);
        // Cosines: user 0 has 1 with item 0 and 0 with item 1, and so has user 1, whose item is 1.
        double easy = 1 / 4.0 - 1;
        double hard = 1 / 4.0;
        double mean = (easy + hard) / 2;
        assertThat(temperatures.inverse(0)).isCloseTo((float) inverse((easy - mean) / 0.5), within(1e-4f));
        assertThat(temperatures.inverse(1)).isCloseTo((float) inverse((hard - mean) / 0.5), within(1e-4f));
        assertThat(temperatures.inverse(2)).isEqualTo(5);
    }

    @Test
    void theEasyUserIsAtMostETimesAsSharp() {
        UserTemperatures temperatures = temperatures(0.01, 1, 1);
        temperatures.adapt(last);
        assertThat(temperatures.inverse(0)).isCloseTo((float) (5 * Math.E), within(1e-4f));
        assertThat(temperatures.inverse(1)).isBetween(0f, 1f);
    }

    @Test
    void rowsOfZerosLeaveThemFinite() {
        UserTemperatures temperatures = temperatures(0.6, 1, 1);
        temperatures.adapt(Embeddings.zeros(3, 2, 2));
        assertThat(temperatures.inverse(0)).isEqualTo(5);
    }

    /** 1 / t e^-w for the w with w e^w = x, by bisection. */
    private static double inverse(double x) {
        double low = -1;
        double high = 10;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (middle * Math.exp(middle) < Math.max(x, -1 / Math.E)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(-low) / TEMPERATURE;
    }

    private UserTemperatures temperatures(double tolerance, double... negativeWeights) {
        try (Parallel parallel = new Parallel(1)) {
            return new UserTemperatures(graph, negativeWeights, TEMPERATURE, tolerance, parallel);
        }
    }

    private static DenseMatrix matrix(float... values) {
        DenseMatrix matrix = DenseMatrix.zeros(values.length / 2, 2);
        System.arraycopy(values, 0, matrix.data(), 0, values.length);
        return matrix;
    }
}
