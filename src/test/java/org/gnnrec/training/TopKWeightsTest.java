package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class TopKWeightsTest {
    private static final double TEMPERATURE = 0.4;
    /** The user scores the items 0.5, -0.2 and 0.1; their second largest is 0.1. */
    private static final float THRESHOLD = 0.1f;
    private final CsrGraph graph = Graphs.parse(3, 3, "0:0; 1:1,2");
    private final Embeddings last = new Embeddings(column(1, 1, 1), column(0.5f, -0.2f, 0.1f));

    @Test
    void theThresholdIsZeroUntilTheFirstAdapt() {
        assertThat(weights().of(0, 0)).isEqualTo(0.5f);
    }

    @Test
    void theThresholdsAreComputedAgainEveryEighthTime() {
        TopKWeights weights = adapted();
        Embeddings higher = new Embeddings(column(1, 1, 1), column(0.5f, 0.4f, 0.3f));
        for (int time = 1; time < TopKWeights.EVERY; time++) {
            weights.adapt(higher);
            assertThat(weights.of(0, THRESHOLD)).isEqualTo(0.5f);
        }
        weights.adapt(higher);
        assertThat(weights.of(0, 0.4f)).isEqualTo(0.5f);
    }

    @Test
    void whereAListHasRoomForAllItemsEveryPairCountsOne() {
        TopKWeights weights = weights(4);
        weights.adapt(last);
        assertThat(weights.of(0, -1)).isEqualTo(1);
        assertThat(weights.slope(0, -1)).isZero();
    }

    @Test
    void areTheSigmoidOfTheDistanceFromTheThreshold() {
        TopKWeights weights = adapted();
        assertThat(weights.of(0, THRESHOLD)).isEqualTo(0.5f);
        assertThat(weights.of(0, 0.7f)).isCloseTo((float) (1 / (1 + Math.exp(-0.6 / TEMPERATURE))), within(1e-6f));
        assertThat(weights.of(0, -0.5f)).isCloseTo((float) (1 / (1 + Math.exp(0.6 / TEMPERATURE))), within(1e-6f));
    }

    @Test
    void theSlopeIsThatOfTheWeight() {
        TopKWeights weights = adapted();
        for (float score = -1; score < 1; score += 0.1f) {
            float difference = weights.of(0, score + 0.005f) - weights.of(0, score - 0.005f);
            assertThat(weights.slope(0, score)).isCloseTo(difference / 0.01f, within(1e-3f));
        }
    }

    @Test
    void farFromTheThresholdTheyAreZeroOrOneWithoutASlope() {
        TopKWeights weights = adapted();
        assertThat(weights.of(0, -1e6f)).isZero();
        assertThat(weights.of(0, 1e6f)).isEqualTo(1);
        assertThat(weights.slope(0, -1e6f)).isZero();
        assertThat(weights.slope(0, 1e6f)).isZero();
    }

    private TopKWeights adapted() {
        TopKWeights weights = weights(2);
        weights.adapt(last);
        return weights;
    }

    private TopKWeights weights() {
        return weights(2);
    }

    private TopKWeights weights(int k) {
        StepConfig config = Steps
                .config(Map.of("loss", "softmaxAtK", "lossTopK", k, "weightTemperature", TEMPERATURE));
        return new TopKWeights(graph, config, new SplittableRandom(1), Workers.of(new Parallel(1), () -> {}));
    }

    private static DenseMatrix column(float... values) {
        return new DenseMatrix(values.length, 1, values);
    }
}
