package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.LiveBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate against the arrays that are reachable when training holds the most. */
class MemoryEstimateTest {
    private static final int USERS = 900;
    private static final int ITEMS = 700;

    @ParameterizedTest
    @CsvSource({ "softmax,1,1,true,false", "softmax,1,0.5,false,false", "softmax,2,0,true,false",
            "softmaxAtK,1,1,true,false", "softmaxAtK,1,0,false,false",
            "bpr,3,0,true,false", "bpr,0,0,false,false", "softmax,1,0,true,true", "softmax,2,0,true,true",
            "bpr,3,0,false,true", "margin,3,0,true,false", "margin,1,0,false,false" })
    void theEstimateIsWithinFifteenPercentOfWhatIsHeld(String loss, int layers, double popularity, boolean refit,
            boolean rowNormalization)
            throws IllegalAccessException {
        CsrGraph graph = Graphs.random(USERS, ITEMS, 0.05, 1);
        StepConfig config = Steps.config(Map.of("loss", loss, "layers", layers, "negativePopularity",
                popularity, "temperature", 0.1, "refit", refit, "concurrency", 2, "rowNormalization",
                rowNormalization));
        Split split = Split.of(graph, Features.none(graph.rowCount(), graph.columnCount()),
                config.get(TrainingKeys.VALIDATION_FRACTION), new SplittableRandom(1));
        CsrGraph fitted = refit ? split.train().union(split.validation()) : split.train();
        TrainingGraph both = Steps.graph(fitted);
        try (Parallel parallel = new Parallel(2);
                Fit fit = new Fit(both, config, null, Workers.of(parallel, () -> {}))) {
            fit.train(2);
            Embeddings best = Embeddings.zeros(USERS, ITEMS, config.dimension());
            long held = LiveBytes.of(graph, split, both, fit, best) + 2 * Evaluator.blockBytes(ITEMS);
            long estimate = new MemoryEstimate(USERS, ITEMS, graph.edgeCount(), false, true, Steps.whole(config))
                    .bytes();
            assertThat((double) estimate / held).isBetween(0.98, 1.15);
        }
    }

    @ParameterizedTest
    @CsvSource({ "graphsage,1,softmax", "graphsage,2,softmax", "gat,1,softmax", "graphsage,0,softmax",
            "graphsage,1,walk", "graphsage,0,walk" })
    void theEstimateOfLayersIsWithinFifteenPercentOfWhatIsHeld(String modelType, int layers, String loss)
            throws IllegalAccessException {
        CsrGraph graph = Graphs.random(USERS, ITEMS, 0.05, 1);
        StepConfig config = Steps.config(Map.of("modelType", modelType, "layers", layers, "temperature", 0.1,
                "loss", loss,
                "negativePopularity", 0, "validationFraction", 0, "concurrency", 2, "embeddingDimension", 128));
        TrainingGraph both = Steps.graph(graph);
        try (Parallel parallel = new Parallel(2);
                Fit fit = new Fit(both, config, null, Workers.of(parallel, () -> {}))) {
            fit.train(2);
            long held = LiveBytes.of(both, fit);
            long estimate = new MemoryEstimate(USERS, ITEMS, graph.edgeCount(), false, false, Steps.whole(config))
                    .bytes();
            assertThat((double) estimate / held).isBetween(0.95, 1.15);
        }
    }

    /** In the second epoch; the band of hard negatives was there twice when it was found. */
    @ParameterizedTest
    @CsvSource({ "softmax,1,2000,1500,64", "softmax,2,2000,1500,64", "margin,1,2000,1500,64", "softmax,0,2000,1500,64",
            "margin,1,1000,12000,32", "softmax,1,1000,12000,32", "margin,2,6000,6000,32", "margin,1,12000,1000,32" })
    void theEstimateOfPinSageIsWithinFifteenPercentOfWhatIsHeld(String loss, int layers, int users, int items,
            int dimension) throws IllegalAccessException {
        CsrGraph graph = Graphs.random(users, items, 60_000.0 / users / items, 1);
        StepConfig config = Steps.config(Map.of("modelType", "pinsage", "loss", loss, "layers", layers,
                "temperature", 0.1, "negativePopularity", 0, "validationFraction", 0, "concurrency", 2,
                "embeddingDimension", dimension));
        TrainingGraph both = Steps.graph(graph);
        try (Parallel parallel = new Parallel(2);
                Fit fit = new Fit(both, config, null, Workers.of(parallel, () -> {}))) {
            fit.train(fit.stepsPerEpoch() + 1);
            long held = LiveBytes.of(both, fit) + (loss.equals("margin") ? 2 * 8 * 50 * items : 0);
            long estimate = new MemoryEstimate(users, items, graph.edgeCount(), false, false, Steps.whole(config))
                    .bytes();
            assertThat((double) estimate / held).isBetween(0.98, 1.15);
        }
    }

    @Test
    void aClosedFormIsEstimatedByItsWidthAndSize() {
        long narrow = ofSpectral(64, 50_000);
        assertThat(ofSpectral(256, 50_000)).isBetween(2 * narrow, 4 * narrow);
        assertThat(ofSpectral(64, 100_000)).isBetween(3 * narrow / 2, 2 * narrow);
    }

    private static long ofSpectral(int dimension, long nodes) {
        return new MemoryEstimate(nodes, nodes, 1_000_000, false, true,
                TrainingConfig.of(Map.of("modelType", "spectral", "embeddingDimension", dimension))).bytes();
    }

    @Test
    void walksByWeightsAreEstimated() {
        long sums = 16L * 9_000_000;
        assertThat(ofWeights("pinsage")).isEqualTo(ofWeights("graphsage") + sums);
    }

    private static long ofWeights(String modelType) {
        StepConfig config = Steps.config(Map.of("modelType", modelType, "loss", "margin"));
        return new MemoryEstimate(1_000, 500, 9_000_000, true, false, Steps.whole(config)).bytes()
                - new MemoryEstimate(1_000, 500, 9_000_000, false, false, Steps.whole(config)).bytes();
    }

    @ParameterizedTest
    @CsvSource({ "embeddingDimension,128", "layers,4", "batchSize,8192" })
    void whatTakesMoreIsEstimatedHigher(String key, long value) {
        Map<String, Object> more = new HashMap<>(Map.of("layers", 1));
        more.put(key, value);
        long base = new MemoryEstimate(10_000, 5_000, 300_000, false, true, TrainingConfig.of(Map.of("layers", 1)))
                .bytes();
        assertThat(new MemoryEstimate(10_000, 5_000, 300_000, false, true, TrainingConfig.of(more)).bytes())
                .isGreaterThan(base);
    }

    @Test
    void whatIsHeldOutIsCounted() {
        StepConfig config = Steps.config(Map.of());
        assertThat(new MemoryEstimate(10_000, 5_000, 300_000, false, true, Steps.whole(config)).bytes())
                .isGreaterThan(new MemoryEstimate(10_000, 5_000, 300_000, false, false, Steps.whole(config)).bytes()
                        + 4 * 15_000 * 64);
    }

    @ParameterizedTest
    @CsvSource({ "1000000000,1000000000,2000000000" })
    void theLargestGraphsDoNotOverflow(long users, long items, long edges) {
        assertThat(new MemoryEstimate(users, items, edges, false, true,
                TrainingConfig.of(Map.of("embeddingDimension", 1024))).bytes())
                .isGreaterThan(30_000_000_000_000L);
    }
}
