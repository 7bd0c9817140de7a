package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.model.Loss;
import org.gnnrec.model.StepKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {
    @Test
    void anEmptyMapHasTheDefaults() {
        TrainingConfig config = TrainingConfig.of(Map.of());
        assertThat(config.type().name()).isEqualTo("lightgcn");
        assertThat(config.get(StepKeys.EMBEDDING_DIMENSION)).isEqualTo(64);
        assertThat(config.get(StepKeys.LOSS)).isEqualTo(Loss.SOFTMAX);
        assertThat(config.toMap()).containsEntry("layers", null).containsEntry("temperature", null)
                .containsEntry("negativePopularity", null).containsEntry("refit", true);
    }

    @Test
    void aMapComesBackAsItWent() {
        TrainingConfig config = TrainingConfig.of(Map.of("layers", 2L, "loss", "BPR", "temperature", 1L,
                "randomSeed", -7L, "refit", false));
        assertThat(TrainingConfig.of(config.toMap())).isEqualTo(config);
        assertThat(config.toMap()).containsKey("penaltyL2");
    }

    @Test
    void aMapOfAModelWithWeightsComesBackAsItWent() {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "GraphSAGE", "sampleSizes", List.of(7L, 3.0),
                "aggregator", "pool"));
        assertThat(again(config)).isEqualTo(config);
        assertThat(config.toMap()).containsEntry("layers", 2L).containsEntry("sampleSizes", List.of(7L, 3L))
                .containsEntry("aggregator", "pool").doesNotContainKeys("rowNormalization", "neighborSamples");
    }

    @Test
    void layersAndSampleSizesMustAgree() {
        assertThat(sage("layers", 2).toMap()).containsEntry("sampleSizes", List.of(25L, 10L));
        assertThat(gat(Map.of("layers", 3)).toMap()).containsEntry("sampleSizes", List.of(10L, 10L, 10L));
        assertThat(sage("layers", 0).toMap()).containsEntry("sampleSizes", List.of());
        assertRefused(Map.of("modelType", "graphsage", "layers", 1, "sampleSizes", List.of(5, 5)),
                "sampleSizes [5, 5] are of 2 hops but layers is 1: leave one of the two out");
        assertRefused(Map.of("modelType", "graphsage", "sampleSizes", List.of(0)),
                "sampleSizes must be at most 4 whole numbers in [1, 100000] but was [0]");
        assertRefused(Map.of("modelType", "graphsage", "layers", 5),
                "layers must be a whole number in [0, 4] but was 5");
    }

    @Test
    void keysOfAnotherModelTypeAreRefused() {
        assertRefused(Map.of("aggregator", "mean"), "aggregator has no meaning with modelType 'lightgcn': it belongs "
                + "to 'graphsage'. Name that as modelType, or leave it out");
        assertRefused(Map.of("modelType", "graphsage", "neighborSamples", 5), "neighborSamples has no meaning with "
                + "modelType 'graphsage': it belongs to 'lightgcn'. Name that as modelType, or leave it out");
        assertRefused(Map.of("modelType", "graphsage", "aggregator", "sum"),
                "aggregator must be 'mean', 'gcn', 'pool' or 'lstm' but was 'sum'");
        assertRefused(Map.of("modelType", "mf"),
                "modelType must be 'lightgcn', 'graphsage', 'gat', 'pinsage', 'spectral', 'sparse' or 'blend' but was 'mf'");
        assertRefused(Map.of("sampleSizes", List.of(5)), "sampleSizes has no meaning with modelType 'lightgcn': it "
                + "belongs to 'graphsage', 'gat' or 'pinsage'. Name that as modelType, or leave it out");
        assertRefused(Map.of("modelType", "graphsage", "attentionHeads", 2), "attentionHeads has no meaning with "
                + "modelType 'graphsage': it belongs to 'gat'. Name that as modelType, or leave it out");
    }

    @Test
    void aMapOfGatComesBackAsItWent() {
        TrainingConfig config = gat(Map.of("attention", "V1", "attentionHeads", 8L, "dropout", 0.6));
        assertThat(again(config)).isEqualTo(config);
        assertThat(gat(Map.of()).toMap()).containsAllEntriesOf(Map.of("attention", "v2", "attentionHeads", 1L,
                "dropout", 0.0, "sampleSizes", List.of(10L), "useIds", true, "newNodeRate", 0.3));
    }

    @Test
    void withoutIdsTheDegreeOfAnItemDoesNotCount() {
        assertThat(gat(Map.of()).get(StepKeys.DEGREE_EXPONENT)).isNull();
        assertThat(gat(Map.of("useIds", false)).get(StepKeys.DEGREE_EXPONENT)).isZero();
        assertThat(gat(Map.of("useIds", "users")).get(StepKeys.DEGREE_EXPONENT)).isZero();
        assertThat(gat(Map.of("useIds", "items")).get(StepKeys.DEGREE_EXPONENT)).isNull();
        assertThat(gat(Map.of("useIds", false, "degreeExponent", 0.2)).get(StepKeys.DEGREE_EXPONENT)).isEqualTo(0.2);
    }

    @Test
    void idsAreOfEitherSideOrBoth() {
        for (Object ids : List.of(true, false, "users", "items")) {
            assertThat(gat(Map.of("useIds", ids)).toMap()).containsEntry("useIds", ids);
        }
        assertRefused(Map.of("modelType", "gat", "useIds", "user"),
                "useIds must be true, false, 'users' or 'items' but was 'user'");
        assertRefused(Map.of("modelType", "pinsage", "useIds", "users"), "useIds 'users' has no meaning with modelType "
                + "'pinsage': it belongs to 'graphsage' or 'gat'. Name that as modelType, or leave it out");
    }

    @Test
    void pinSageTakesFewerEpochs() {
        assertThat(gat(Map.of()).get(StepKeys.EPOCHS)).isEqualTo(60);
        assertThat(TrainingConfig.of(Map.of("modelType", "pinsage")).get(StepKeys.EPOCHS)).isEqualTo(20);
        assertThat(TrainingConfig.of(Map.of("modelType", "pinsage", "epochs", 7)).get(StepKeys.EPOCHS)).isEqualTo(7);
    }

    @Test
    void theHeadsOfGatMustShareTheDimension() {
        assertRefused(Map.of("modelType", "gat", "attentionHeads", 5, "embeddingDimension", 64),
                "attentionHeads must divide embeddingDimension but 64 is no multiple of 5");
        assertRefused(Map.of("modelType", "gat", "attentionHeads", 65),
                "attentionHeads must be a whole number in [1, 64] but was 65");
        assertRefused(Map.of("modelType", "gat", "dropout", 0.95),
                "dropout must be a number in [0, 0.9] but was 0.95");
        assertRefused(Map.of("modelType", "gat", "attention", "v3"), "attention must be 'v1' or 'v2' but was 'v3'");
    }

    @Test
    void importanceNeighborsBelongToPinSage() {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "pinsage", "importanceNeighbors", 7L));
        assertThat(config.toMap()).containsEntry("importanceNeighbors", 7L);
        assertThat(again(config)).isEqualTo(config);
        assertRefused(Map.of("modelType", "gat", "importanceNeighbors", 7), "importanceNeighbors has no meaning with "
                + "modelType 'gat': it belongs to 'pinsage'. Name that as modelType, or leave it out");
    }

    private static TrainingConfig gat(Map<String, Object> more) {
        Map<String, Object> map = new HashMap<>(more);
        map.put("modelType", "gat");
        return TrainingConfig.of(map);
    }

    private static TrainingConfig sage(String key, Object value) {
        return TrainingConfig.of(Map.of("modelType", "graphsage", key, value));
    }

    private static TrainingConfig again(TrainingConfig config) {
        Map<String, Object> map = new HashMap<>(config.toMap());
        map.put("modelType", config.type().name());
        return TrainingConfig.of(map);
    }

    private static void assertRefused(Map<String, Object> map, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(map)).withMessage(message);
    }

    @Test
    void aFloatWithoutAFractionIsAnInteger() {
        assertThat(TrainingConfig.of(Map.of("epochs", 12.0)).get(StepKeys.EPOCHS)).isEqualTo(12);
    }

    @Test
    void nullLeavesTheChoiceOpen() {
        Map<String, Object> map = new HashMap<>();
        map.put("layers", null);
        map.put("epochs", null);
        assertThat(TrainingConfig.of(map)).isEqualTo(TrainingConfig.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({ "embeddingDimension,0,'[1, 1024]'", "layers,9,'[0, 8]'", "epochs,0,'[1, 10000]'",
            "batchSize,0,'[1, 262144]'", "patience,0,'[1, 10000]'", "concurrency,65,'[1, 64]'",
            "epochs,99999999999,'[1, 10000]'", "lossTopK,0,'[1, 1000]'", "negativeSamples,-1,'[1, 65536]'" })
    void anIntegerOutsideItsRangeIsRefusedWithKeyRangeAndValue(String key, long value, String range) {
        assertRefused(Map.of(key, value), key + " must be a whole number in " + range + " but was " + value);
    }

    @ParameterizedTest
    @CsvSource({ "learningRate,0,'[0.000001, 1] but was 0.0'", "temperature,0.001,'[0.01, 10] but was 0.001'",
            "negativePopularity,1.5,'[0, 1] but was 1.5'", "penaltyL2,-1,'[0, 1] but was -1.0'",
            "weightTemperature,0,'[0.01, 1000] but was 0.0'", "validationFraction,0.6,'[0, 0.5] but was 0.6'",
            "learningRate,NaN,'[0.000001, 1] but was NaN'" })
    void aNumberOutsideItsRangeIsRefusedWithKeyRangeAndValue(String key, double value, String message) {
        assertRefused(Map.of(key, value), key + " must be a number in " + message);
    }

    @Test
    void aWrongTypeIsRefusedWithKeyAndValue() {
        assertRefused(Map.of("epochs", "ten"), "epochs must be a whole number in [1, 10000] but was 'ten'");
        assertRefused(Map.of("epochs", 2.5), "epochs must be a whole number in [1, 10000] but was 2.5");
        assertRefused(Map.of("learningRate", true), "learningRate must be a number in [0.000001, 1] but was true");
        assertRefused(Map.of("refit", 1L), "refit must be true or false but was 1");
        assertRefused(Map.of("loss", "hinge"),
                "loss must be 'softmax', 'softmaxAtK', 'bpr' or 'margin' but was 'hinge'");
    }

    @Test
    void softmaxAtKIsASoftmaxWithListsOfTwenty() {
        StepConfig config = Steps.config(Map.of("loss", "softmaxAtK"));
        assertThat(config.values().toMap()).containsAllEntriesOf(
                Map.of("loss", "softmaxAtK", "lossTopK", 20L, "weightTemperature", 3.0));
        assertThat(again(Steps.whole(config))).isEqualTo(Steps.whole(config));
        assertThat(config.seesCosines()).isTrue();
        assertThat(config.type().rival(config.values(), 10, 10)).isPresent();
        assertThat(config.settled().get(StepKeys.TEMPERATURE)).isEqualTo(0.15);
    }

    @ParameterizedTest
    @ValueSource(strings = { "lightgcn", "gat", "pinsage" })
    void theWalkLossBelongsToGraphSage(String modelType) {
        assertRefused(Map.of("modelType", modelType, "loss", "walk"), "loss 'walk' has no meaning with modelType '"
                + modelType + "': it belongs to 'graphsage'. Name that as modelType, or leave it out");
    }

    @Test
    void theWalkLossHasThePapersNegativesAndNoPilots() {
        StepConfig config = Steps.config(Map.of("modelType", "graphsage", "loss", "walk"));
        assertThat(config.get(StepKeys.NEGATIVE_SAMPLES)).isEqualTo(20);
        StepConfig chosen = new Pilots((candidate, steps) -> {
            throw new AssertionError("a pilot");
        }, 10, true, (phase, epoch, epochs, loss, ndcg) -> {}).choose(config);
        assertThat(chosen.get(StepKeys.NEGATIVE_POPULARITY)).isEqualTo(0.75);
        assertThat(chosen.get(StepKeys.NORM_EXPONENT)).isNull();
        assertThat(chosen.get(StepKeys.DEGREE_EXPONENT)).isNull();
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        assertThat(TrainingConfig.of(Map.of("userLabel", "Person"))).isEqualTo(TrainingConfig.of(Map.of()));
    }

    @Test
    void bprHasThreeLayersWhereNoneAreGiven() {
        assertThat(settled(Map.of("loss", "bpr"))).containsEntry("layers", 3L);
        assertThat(settled(Map.of("loss", "bpr", "layers", 1L))).containsEntry("layers", 1L);
    }

    private static Map<String, Object> settled(Map<String, Object> map) {
        return Steps.config(map).settled().values().toMap();
    }

    @Test
    void aSmallGraphGetsSmallerBatchesSoThatAnEpochHasSteps() {
        StepConfig config = Steps.config(Map.of());
        assertThat(config.batchOf(800_000)).isEqualTo(2048);
        assertThat(config.batchOf(16_000)).isEqualTo(1000);
        assertThat(config.batchOf(500)).isEqualTo(64);
        assertThat(config.batchOf(30)).isEqualTo(30);
        assertThat(Steps.config(Map.of("batchSize", 50)).batchOf(500)).isEqualTo(50);
    }

    @Test
    void aLargeGraphGetsLargerBatchesUnlessTheirSizeIsGiven() {
        StepConfig config = Steps.config(Map.of());
        assertThat(config.batchOf(10_000_000)).isEqualTo(25_000);
        assertThat(config.batchOf(1_000_000_000)).isEqualTo(262_144);
        assertThat(Steps.config(Map.of("batchSize", 2048)).batchOf(10_000_000)).isEqualTo(2048);
        assertThat(config.sized(10_000_000).get(StepKeys.BATCH_SIZE)).isEqualTo(25_000);
    }

    @Test
    void aSmallGraphIsPropagatedThroughMoreNeighborsUnlessTheirNumberIsGiven() {
        assertThat(neighborSamples(Map.of(), 10_000_000)).isEqualTo(64L);
        assertThat(neighborSamples(Map.of(), 100_000)).isEqualTo(400L);
        assertThat(neighborSamples(Map.of(), 0)).isEqualTo(1_000_000L);
        assertThat(neighborSamples(Map.of("neighborSamples", 7), 100_000)).isEqualTo(7L);
    }

    private static Object neighborSamples(Map<String, Object> map, long edges) {
        StepConfig config = Steps.config(map);
        return config.type().sized(config.values(), edges).toMap().get("neighborSamples");
    }

    @Test
    void onALargeGraphLightGcnPlusPlusIsNotTriedWhateverTheBatch() {
        StepConfig config = Steps.config(Map.of("batchSize", 262_144));
        assertThat(config.type().rival(config.values(), 20_000, 153_600)).isPresent();
        assertThat(config.type().rival(config.values(), 20_000, 153_601)).isEmpty();
        assertThat(config.type().rival(config.values(), 3_000_000, 100_000)).isEmpty();
    }

    @Test
    void rowNormalizationBringsItsOwnValuesWhereNoneIsGiven() {
        StepConfig config = Steps.config(Map.of());
        StepConfig rival = config.with(config.type().rival(config.values(), 10, 10).orElseThrow());
        assertThat(rival.spec().normalizesRows()).isTrue();
        assertThat(rival.seesCosines()).isFalse();
        assertThat(rival.values().toMap()).containsAllEntriesOf(
                Map.of("layers", 2L, "temperature", 0.6, "negativePopularity", 0.0));
        assertThat(settled(Map.of("layers", 1, "rowNormalization", true))).containsEntry("layers", 1L);
        assertThat(settled(Map.of())).containsEntry("rowNormalization", false);
    }
}
