package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.model.StepKeys;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.gnnrec.training.TrainingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WarmSettingsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final Map<String, Object> WARM = Map.of("warmStart", true);

    @Test
    void withoutItTheStoredModelCountsForNothing() {
        store(Map.of("embeddingDimension", 32L), 21);
        assertThat(settings(Map.of())).isEqualTo(TrainSettings.of(Map.of()));
        assertThat(settings(Map.of("warmStart", false))).isEqualTo(TrainSettings.of(Map.of()));
    }

    @Test
    void whatIsNotGivenIsAsTheModelHasIt() {
        Map<String, Object> stored = Map.of("userLabel", "Person", "embeddingDimension", 32L, "temperature", 0.12,
                "layers", 2L, "learningRate", 0.01);
        ModelInfo model = store(stored, 21);
        Map<String, Object> expected = new HashMap<>(stored);
        expected.putAll(Map.of("warmStart", true, "learningRate", 0.02, "epochs", 5L, "validationFraction", 0.0,
                "refit", false));
        assertThat(settings(Map.of("warmStart", true, "learningRate", 0.02)))
                .isEqualTo(TrainSettings.of(expected).from(model));
    }

    @Test
    void sizesFollowTheGraphAsItIsNow() {
        store(Map.of("batchSize", 64L, "neighborSamples", 40_000L), 60);
        assertThat(settings(WARM).training().toMap()).containsEntry("batchSize", null)
                .containsEntry("neighborSamples", null);
        assertThat(settings(Map.of("warmStart", true, "batchSize", 128L)).training().toMap())
                .containsEntry("batchSize", 128L);
    }

    @Test
    void itTrainsAFifthAsLongAndThenAsLongAsBefore() {
        store(Map.of("epochs", 60L), 21);
        assertThat(settings(WARM).training().get(StepKeys.EPOCHS)).isEqualTo(5);
        store(Map.of("epochs", 60L, "validationFraction", 0.0), 60);
        assertThat(settings(WARM).training().get(StepKeys.EPOCHS)).isEqualTo(12);
        store(Map.of("epochs", 5L, "warmStart", true), 2);
        assertThat(settings(WARM).training().get(StepKeys.EPOCHS)).isEqualTo(5);
        assertThat(settings(Map.of("warmStart", true, "epochs", 7L)).training().get(StepKeys.EPOCHS)).isEqualTo(7);
    }

    @Test
    void anotherShapeIsRefusedWithBothValues() {
        store(Map.of("layers", 2L), 60);
        assertRefused(Map.of("layers", 1L), "warmStart goes on from model 'default', whose layers is 2, but 1 was "
                + "given. Leave it out, or train without warmStart");
        assertRefused(Map.of("embeddingDimension", 32L), "whose embeddingDimension is 64, but 32 was given");
        assertRefused(Map.of("loss", "bpr"), "whose loss is 'softmax', but 'bpr' was given");
        assertThat(settings(Map.of("warmStart", true, "layers", 2.0)).training().toMap()).containsEntry("layers", 2L);
    }

    @Test
    void whatTheModelHasSeenIsNotHeldOut() {
        store(Map.of(), 60);
        assertRefused(Map.of("validationFraction", 0.1), "validationFraction must be 0 with warmStart but was 0.1");
        assertThat(settings(Map.of("warmStart", true, "validationFraction", 0L)).training()
                .get(TrainingKeys.VALIDATION_FRACTION)).isZero();
    }

    @Test
    void nullIsNotGiven() {
        store(Map.of("temperature", 0.12), 21);
        Map<String, Object> nulls = new HashMap<>(WARM);
        for (String key : List.of("validationFraction", "epochs", "layers", "temperature", "halfLife")) {
            nulls.put(key, null);
        }
        assertThat(settings(nulls)).isEqualTo(settings(WARM));
    }

    @Test
    void relationshipsThatNoTrainingSawMayChooseTheEpoch() {
        store(Map.of(), 60);
        TrainSettings settings = settings(Map.of("warmStart", true, "validationRelationshipTypes", "NEW"));
        assertThat(settings.projection().validationRelationshipTypes()).containsExactly("NEW");
    }

    @Test
    void anotherSourceTakesThePlaceOfTheStoredOne() {
        store(Map.of("query", "RETURN $a", "params", Map.of("a", 1L)), 60);
        assertThat(settings(WARM).projection().source())
                .isEqualTo(new GraphSource(null, "RETURN $a", Map.of("a", 1L), List.of()));
        assertThat(settings(Map.of("warmStart", true, "params", Map.of("a", 2L))).projection().source().params())
                .isEqualTo(Map.of("a", 2L));
        assertThat(settings(Map.of("warmStart", true, "graphName", "g")).projection().source())
                .isEqualTo(new GraphSource("g", null, Map.of(), List.of()));
        Map<String, Object> store = new HashMap<>(WARM);
        store.put("query", null);
        assertThat(settings(store).projection().source()).isEqualTo(GraphSource.STORE);
    }

    @Test
    void aMissingModelOrAnUnknownKeyIsRefused() {
        assertRefused(Map.of("modelName", "songs"), "there is no model 'songs'");
        assertRefused(Map.of("epoch", 3L), "unknown configuration key 'epoch' (did you mean 'epochs'?)");
    }

    private static void assertRefused(Map<String, Object> values, String message) {
        Map<String, Object> warm = new HashMap<>(values);
        warm.put("warmStart", true);
        assertThatThrownBy(() -> settings(warm)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static TrainSettings settings(Map<String, Object> values) {
        return NEO4J.in(tx -> WarmSettings.of(values, tx));
    }

    /** What such a training shows; it may have been a warm start itself. */
    private static Map<String, Object> configuration(Map<String, Object> keys) {
        TrainSettings trained = TrainSettings.of(keys);
        Map<String, Object> shown = trained.toMap(trained.training(), List.of());
        shown.replace("layers", null, 1L);
        shown.putAll(keys);
        return shown;
    }

    /** The model of a training with these keys. */
    private static ModelInfo store(Map<String, Object> keys, long bestEpoch) {
        TrainSettings trained = TrainSettings.of(keys);
        ModelStore store = new ModelStore(NEO4J.inner());
        Draft draft = store.begin("default");
        ProjectionConfig read = trained.projection();
        Interactions interactions = new Interactions(read.users(), read.items(), List.of("LIKES"), List.of(),
                read.weighting(), Decay.NONE, read.source());
        ModelInfo info = new ModelInfo("default", draft.version(), "uid" + draft.version(), "lightgcn", interactions,
                new PropertyCopy(trained.writeProperty(), trained.writeProperty(), true, false), 12,
                ServedModels.info("default", 1).createdAt(),
                bestEpoch, configuration(keys), Map.of());
        ServedModel model = ServedModels.random(info, 3, 4, 2, 3);
        store.makeCurrent(draft, model, store.write(draft, model));
        return NEO4J.in(tx -> new ModelCatalog(tx).require("default"));
    }
}
