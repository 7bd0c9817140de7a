package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The float gradient against central differences of the double twin. */
class GradientTest {
    private static final double STEP = 1e-6;
    private static final int D = 5;
    private static final Map<String, Object> FIXED = Map.of("embeddingDimension", D, "batchSize", 16,
            "negativeSamples", 6, "temperature", 0.2, "penaltyL2", 0.01, "lossTopK", 3, "weightTemperature", 0.5);

    /** User 12 and item 9 have no edge; user 11 has every other item. */
    private final CsrGraph plain = Graphs.random(13, 10, 0.3, 2)
            .union(Graphs.parse(13, 10, "11:0,1,2,3,4,5,6,7,8,9"));

    static Stream<Arguments> cases() {
        return Stream.of(false, true).flatMap(weighted -> Stream.of(false, true).flatMap(
                rowNormalization -> IntStream.rangeClosed(0, 4).boxed().flatMap(layers -> Stream.of(
                        Arguments.of("bpr", 0.0, layers, rowNormalization, weighted),
                        Arguments.of("margin", 0.0, layers, rowNormalization, weighted),
                        Arguments.of("softmax", 0.0, layers, rowNormalization, weighted),
                        Arguments.of("softmax", 0.5, layers, rowNormalization, weighted),
                        Arguments.of("softmax", 1.0, layers, rowNormalization, weighted),
                        Arguments.of("softmaxAtK", 0.0, layers, rowNormalization, weighted),
                        Arguments.of("softmaxAtK", 1.0, layers, rowNormalization, weighted)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsMatchCentralDifferences(String loss, double negativePopularity, int layers, boolean rowNormalization,
            boolean weighted) {
        CsrGraph graph = weighted ? Graphs.weighted(plain, 7) : plain;
        Map<String, Object> keys = new HashMap<>(FIXED);
        keys.putAll(Map.of("loss", loss, "negativePopularity", negativePopularity, "layers", layers,
                "rowNormalization", rowNormalization));
        StepConfig config = Steps.config(keys);
        try (Parallel parallel = new Parallel(2);
                Fit fit = Steps.fit(graph, config, Workers.of(parallel, () -> {}))) {
            fit.train(2);
            fit.adapt();
            ReferenceLoss reference = new ReferenceLoss(graph, config, fit);
            double value = fit.lossAndGradient();
            double[][] base = rows(fit.base());
            assertThat(value).isCloseTo(reference.value(base), within(1e-5));
            assertThat(worstError(rows(fit.gradient()), base, reference)).isLessThan(1e-4);
        }
    }

    /** The largest difference between the gradients over the largest entry. */
    private static double worstError(double[][] gradient, double[][] base, ReferenceLoss reference) {
        double worst = 0;
        double largest = 0;
        for (int row = 0; row < base.length; row++) {
            for (int c = 0; c < D; c++) {
                double kept = base[row][c];
                base[row][c] = kept + STEP;
                double above = reference.value(base);
                base[row][c] = kept - STEP;
                double below = reference.value(base);
                base[row][c] = kept;
                double numeric = (above - below) / (2 * STEP);
                worst = Math.max(worst, Math.abs(numeric - gradient[row][c]));
                largest = Math.max(largest, Math.abs(numeric));
            }
        }
        return worst / largest;
    }

    private static double[][] rows(Embeddings embeddings) {
        int users = embeddings.users().rows();
        double[][] rows = new double[users + embeddings.items().rows()][D];
        for (int row = 0; row < rows.length; row++) {
            float[] data = row < users ? embeddings.users().data() : embeddings.items().data();
            for (int c = 0; c < D; c++) {
                rows[row][c] = data[(row < users ? row : row - users) * D + c];
            }
        }
        return rows;
    }
}
