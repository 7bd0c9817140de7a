package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.model.gat.Attention;
import org.gnnrec.model.gat.GatShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {
    @Test
    void anEmptyMapHasTheDefaults() {
        TrainingConfig config = TrainingConfig.of(Map.of());
        assertThat(config).isEqualTo(TrainingConfig.defaults());
        assertThat(config.embeddingDimension()).isEqualTo(64);
        assertThat(config.loss()).isEqualTo(Loss.SOFTMAX);
        assertThat(config.layers()).isNull();
        assertThat(config.temperature()).isNull();
        assertThat(config.negativePopularity()).isNull();
        assertThat(config.refit()).isTrue();
    }

    @Test
    void aMapComesBackAsItWent() {
        TrainingConfig config = TrainingConfig.of(Map.of("layers", 2L, "loss", "BPR", "temperature", 1L,
                "randomSeed", -7L, "refit", false));
        assertThat(TrainingConfig.of(config.toMap())).isEqualTo(config);
        assertThat(TrainingConfig.keys()).containsAll(config.toMap().keySet()).contains("penaltyL2");
    }

    @Test
    void aMapOfAModelWithWeightsComesBackAsItWent() {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "GraphSAGE", "sampleSizes", List.of(7L, 3.0),
                "aggregator", "pool"));
        assertThat(config.layers()).isEqualTo(2);
        assertThat(TrainingConfig.of(config.toMap())).isEqualTo(config);
        assertThat(config.toMap()).containsEntry("sampleSizes", List.of(7L, 3L)).containsEntry("aggregator", "pool")
                .doesNotContainKeys("rowNormalization", "neighborSamples");
    }

    @Test
    void layersAndSampleSizesMustAgree() {
        assertThat(sage("layers", 2).encoder().sampleSizes()).hasSize(2);
        assertThat(sage("layers", 0).encoder().sampleSizes()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingConfig.of(Map.of("modelType", "graphsage", "layers", 1, "sampleSizes",
                        List.of(5, 5))))
                .withMessage("sampleSizes [5, 5] are of 2 hops but layers is 1: leave one of the two out");
        assertThatIllegalArgumentException().isThrownBy(() -> sage("sampleSizes", List.of(0)))
                .withMessage("sampleSizes must be at most 4 numbers in [1, 100000] but was [0]");
        assertThatIllegalArgumentException().isThrownBy(() -> sage("layers", 5))
                .withMessage("layers must be in [0, 4] but was 5");
    }

    @Test
    void keysOfAnotherModelTypeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("aggregator", "mean")))
                .withMessage("aggregator has no meaning with modelType 'lightgcn': name modelType: 'graphsage', or "
                        + "leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> sage("neighborSamples", 5)).withMessage(
                "neighborSamples has no meaning with modelType 'graphsage': it belongs to 'lightgcn': leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> sage("aggregator", "sum"))
                .withMessage("aggregator must be 'mean', 'gcn', 'pool' or 'lstm' but was 'sum'");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("modelType", "mf")))
                .withMessage("modelType must be 'lightgcn', 'graphsage', 'gat' or 'pinsage' but was 'mf'");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("sampleSizes", List.of(5))))
                .withMessage("sampleSizes has no meaning with modelType 'lightgcn': name modelType: 'graphsage' or "
                        + "'gat' or 'pinsage', or leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> sage("attentionHeads", 2)).withMessage(
                "attentionHeads has no meaning with modelType 'graphsage': it belongs to 'gat': leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("aggregator", "gcn"))).withMessage(
                "aggregator has no meaning with modelType 'gat': it belongs to 'graphsage': leave it out");
    }

    @Test
    void aMapOfGatComesBackAsItWent() {
        TrainingConfig config = gat(Map.of("attention", "V1", "attentionHeads", 8L, "dropout", 0.6));
        assertThat(config.encoder().gat()).isEqualTo(new GatShape(Attention.V1, 8, 0.6));
        assertThat(TrainingConfig.of(config.toMap())).isEqualTo(config);
        assertThat(gat(Map.of()).encoder().toMap()).isEqualTo(Map.of("modelType", "gat", "attention", "v2",
                "attentionHeads", 1L, "dropout", 0.0, "sampleSizes", List.of(10L), "useIds", true, "newNodeRate", 0.3));
    }

    @Test
    void withoutIdsTheDegreeOfAnItemDoesNotCount() {
        assertThat(gat(Map.of()).degreeExponent()).isNull();
        assertThat(gat(Map.of("useIds", false)).degreeExponent()).isZero();
        assertThat(gat(Map.of("useIds", "users")).degreeExponent()).isZero();
        assertThat(gat(Map.of("useIds", "items")).degreeExponent()).isNull();
        assertThat(gat(Map.of("useIds", false, "degreeExponent", 0.2)).degreeExponent()).isEqualTo(0.2);
    }

    @Test
    void idsAreOfEitherSideOrBoth() {
        for (Object ids : List.of(true, false, "users", "items")) {
            assertThat(gat(Map.of("useIds", ids)).toMap()).containsEntry("useIds", ids);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("useIds", "user")))
                .withMessage("useIds must be true, false, 'users' or 'items' but was 'user'");
    }

    @Test
    void pinSageTakesFewerEpochs() {
        assertThat(gat(Map.of()).epochs()).isEqualTo(60);
        assertThat(TrainingConfig.of(Map.of("modelType", "pinsage")).epochs()).isEqualTo(20);
        assertThat(TrainingConfig.of(Map.of("modelType", "pinsage", "epochs", 7)).epochs()).isEqualTo(7);
    }

    @Test
    void theHeadsOfGatMustShareTheDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gat(Map.of("attentionHeads", 5, "embeddingDimension", 64)))
                .withMessage("attentionHeads must divide embeddingDimension but 64 is no multiple of 5");
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("attentionHeads", 65)))
                .withMessage("attentionHeads must be in [1, 64] but was 65");
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("dropout", 0.95)))
                .withMessage("dropout must be in [0, 0.9] but was 0.95");
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("attention", "v3")))
                .withMessage("attention must be 'v1' or 'v2' but was 'v3'");
    }

    @Test
    void importanceNeighborsBelongToPinSage() {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "pinsage", "importanceNeighbors", 7L));
        assertThat(config.encoder().importanceNeighbors()).isEqualTo(7);
        assertThat(TrainingConfig.of(config.toMap())).isEqualTo(config);
        assertThatIllegalArgumentException().isThrownBy(() -> gat(Map.of("importanceNeighbors", 7))).withMessage(
                "importanceNeighbors has no meaning with modelType 'gat': it belongs to 'pinsage': leave it out");
    }

    private static TrainingConfig gat(Map<String, Object> more) {
        Map<String, Object> map = new HashMap<>(more);
        map.put("modelType", "gat");
        return TrainingConfig.of(map);
    }

    private static TrainingConfig sage(String key, Object value) {
        return TrainingConfig.of(Map.of("modelType", "graphsage", key, value));
    }

    @Test
    void aFloatWithoutAFractionIsAnInteger() {
        assertThat(TrainingConfig.of(Map.of("epochs", 12.0)).epochs()).isEqualTo(12);
    }

    @Test
    void nullLeavesTheChoiceOpen() {
        Map<String, Object> map = new HashMap<>();
        map.put("layers", null);
        map.put("epochs", null);
        assertThat(TrainingConfig.of(map)).isEqualTo(TrainingConfig.defaults());
    }

    @ParameterizedTest
    @CsvSource({ "embeddingDimension,0,'[1, 1024]'", "layers,9,'[0, 8]'", "epochs,0,'[1, 10000]'",
            "batchSize,0,'[1, 262144]'", "patience,0,'[1, 10000]'", "concurrency,65,'[1, 64]'",
            "epochs,99999999999,'[1, 10000]'", "negativeSamples,-1,'[1, 65536]'" })
    void anIntegerOutsideItsRangeIsRefusedWithKeyRangeAndValue(String key, long value, String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of(key, value)))
                .withMessageContaining(key + " must be in " + range + " but was ");
    }

    @ParameterizedTest
    @CsvSource({ "learningRate,0,'[0.000001, 1] but was 0'", "temperature,0.001,'[0.01, 10] but was 0.001'",
            "negativePopularity,1.5,'[0, 1] but was 1.5'", "penaltyL2,-1,'[0, 1] but was -1'",
            "validationFraction,0.6,'[0, 0.5] but was 0.6'", "learningRate,NaN,'[0.000001, 1] but was NaN'" })
    void aNumberOutsideItsRangeIsRefusedWithKeyRangeAndValue(String key, double value, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of(key, value)))
                .withMessage(key + " must be in " + message);
    }

    @Test
    void aWrongTypeIsRefusedWithKeyAndValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("epochs", "ten")))
                .withMessage("epochs must be an integer but was 'ten'");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("epochs", 2.5)))
                .withMessage("epochs must be an integer but was 2.5");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("learningRate", true)))
                .withMessage("learningRate must be a number but was true");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("refit", 1L)))
                .withMessage("refit must be true or false but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingConfig.of(Map.of("loss", "hinge")))
                .withMessage("loss must be 'softmax', 'bpr', 'margin' or 'walk' but was 'hinge'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "lightgcn", "gat", "pinsage" })
    void theWalkLossBelongsToGraphSage(String modelType) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingConfig.of(Map.of("modelType", modelType, "loss", "walk")))
                .withMessage("loss 'walk' has no meaning with modelType '" + modelType
                        + "': name modelType: 'graphsage', or another loss");
    }

    @Test
    void theWalkLossHasThePapersNegativesAndNoPilots() {
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "graphsage", "loss", "walk"));
        assertThat(config.negativeSamples()).isEqualTo(20);
        TrainingConfig chosen = new Pilots((candidate, steps) -> {
            throw new AssertionError("a pilot");
        }, 10, true).choose(config);
        assertThat(chosen.negativePopularity()).isEqualTo(0.75);
        assertThat(chosen.normExponent()).isNull();
        assertThat(chosen.degreeExponent()).isNull();
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        assertThat(TrainingConfig.of(Map.of("userLabel", "Person"))).isEqualTo(TrainingConfig.defaults());
    }

    @Test
    void bprHasThreeLayersWhereNoneAreGiven() {
        assertThat(TrainingConfig.of(Map.of("loss", "bpr")).withoutPilots().layers()).isEqualTo(3);
        assertThat(TrainingConfig.of(Map.of("loss", "bpr", "layers", 1L)).withoutPilots().layers()).isEqualTo(1);
    }

    @Test
    void aSmallGraphGetsSmallerBatchesSoThatAnEpochHasSteps() {
        TrainingConfig config = TrainingConfig.defaults();
        assertThat(config.batchOf(800_000)).isEqualTo(2048);
        assertThat(config.batchOf(16_000)).isEqualTo(1000);
        assertThat(config.batchOf(500)).isEqualTo(64);
        assertThat(config.batchOf(30)).isEqualTo(30);
        assertThat(TrainingConfig.of(Map.of("batchSize", 50)).batchOf(500)).isEqualTo(50);
    }

    @Test
    void aLargeGraphGetsLargerBatchesUnlessTheirSizeIsGiven() {
        TrainingConfig config = TrainingConfig.defaults();
        assertThat(config.batchOf(10_000_000)).isEqualTo(25_000);
        assertThat(config.batchOf(1_000_000_000)).isEqualTo(262_144);
        assertThat(TrainingConfig.of(Map.of("batchSize", 2048)).batchOf(10_000_000)).isEqualTo(2048);
        assertThat(config.withSizesOf(10_000_000).batchSize()).isEqualTo(25_000);
    }

    @Test
    void aSmallGraphIsPropagatedThroughMoreNeighborsUnlessTheirNumberIsGiven() {
        TrainingConfig config = TrainingConfig.defaults();
        assertThat(config.neighborSamplesOf(10_000_000)).isEqualTo(64);
        assertThat(config.neighborSamplesOf(100_000)).isEqualTo(400);
        assertThat(config.neighborSamplesOf(0)).isEqualTo(1_000_000);
        assertThat(config.withSizesOf(100_000).neighborSamples()).isEqualTo(400);
        assertThat(TrainingConfig.of(Map.of("neighborSamples", 7)).neighborSamplesOf(100_000)).isEqualTo(7);
    }

    @Test
    void onALargeGraphLightGcnPlusPlusIsNotTriedWhateverTheBatch() {
        TrainingConfig config = TrainingConfig.of(Map.of("batchSize", 262_144));
        assertThat(config.triesRowNormalization(20_000, 153_600)).isTrue();
        assertThat(config.triesRowNormalization(20_000, 153_601)).isFalse();
        assertThat(config.triesRowNormalization(3_000_000, 100_000)).isFalse();
    }

    @Test
    void rowNormalizationBringsItsOwnValuesWhereNoneIsGiven() {
        TrainingConfig config = TrainingConfig.defaults().withRowNormalization();
        assertThat(config.isRowNormalized()).isTrue();
        assertThat(config.seesCosines()).isFalse();
        assertThat(List.of(config.layers(), config.temperature(), config.negativePopularity()))
                .isEqualTo(List.of(2, 0.6, 0.0));
        assertThat(TrainingConfig.of(Map.of("layers", 1)).withRowNormalization().layers()).isEqualTo(1);
        assertThat(TrainingConfig.defaults().withoutPilots().rowNormalization()).isFalse();
    }
}
