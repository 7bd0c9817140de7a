package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.training.TrainingConfig;
import org.junit.jupiter.api.Test;

class TrainSettingsTest {

    @Test
    void everyKeyHasADefault() {
        TrainSettings settings = TrainSettings.of(Map.of());
        assertThat(settings).isEqualTo(new TrainSettings("default", "lightgcn",
                new ProjectionConfig("User", "Item", "id", "id", List.of(), List.of(), List.of(), null),
                TrainingConfig.defaults(), "gnnrec_default", true, true));
        assertThat(settings.indexProperty()).isEqualTo("gnnrec_default_index");
    }

    @Test
    void thePropertyIsNamedAfterTheModel() {
        assertThat(TrainSettings.of(Map.of("modelName", "songs")).writeProperty()).isEqualTo("gnnrec_songs");
        assertThat(TrainSettings.of(Map.of("modelName", "songs", "writeProperty", "e")).writeProperty()).isEqualTo("e");
    }

    @Test
    void whatItShowsCanBeGivenBack() {
        TrainSettings settings = TrainSettings.of(Map.of("userLabel", "Person", "epochs", 3L, "layers", 2.0,
                "relationshipTypes", "LIKES", "testRelationshipTypes", List.of("TEST"), "vectorIndex", false));
        Map<String, Object> shown = settings.toMap(settings.training(), List.of("LIKES"));
        assertThat(TrainSettings.of(shown)).isEqualTo(settings);
    }

    @Test
    void aWrongKeyOrValueOfTrainingIsRefused() {
        assertRefused(Map.of("epoch", 3L), "unknown configuration key 'epoch' (did you mean 'epochs'?)");
        assertRefused(Map.of("epochs", 0L), "epochs must be in [1, 10000] but was 0");
        assertRefused(Map.of("layers", "one"), "layers must be an integer but was 'one'");
    }

    @Test
    void aWrongValueOfTheProjectionIsRefused() {
        assertRefused(Map.of("userLabel", ""), "userLabel must be a text that is not blank");
        assertRefused(Map.of("userLabel", "Item"), "userLabel and itemLabel must differ");
        assertRefused(Map.of("relationshipTypes", List.of("A", "A")), "'A' is named twice");
        assertRefused(Map.of("relationshipTypes", 5L), "relationshipTypes must be a list of texts");
        assertRefused(Map.of("graphName", 5L), "graphName must be a text");
    }

    @Test
    void aWrongValueOfTheWritingIsRefused() {
        assertRefused(Map.of("modelName", " "), "modelName must be a text that is not blank");
        assertRefused(Map.of("writeProperty", List.of()), "writeProperty must be a text");
        assertRefused(Map.of("vectorIndex", "yes"), "vectorIndex must be true or false but was 'yes'");
        assertRefused(Map.of("createIndexes", 1L), "createIndexes must be true or false but was 1");
    }

    @Test
    void anotherModelTypeIsRefused() {
        assertRefused(Map.of("modelType", "gat"), "modelType must be 'lightgcn' but was 'gat'");
        assertThat(TrainSettings.of(Map.of("modelType", "LightGCN")).modelType()).isEqualTo("lightgcn");
    }

    @Test
    void thePropertyOfTheIdsIsNeverWritten() {
        assertRefused(Map.of("writeProperty", "id"), "would overwrite the id property 'id'");
        assertRefused(Map.of("writeProperty", "item", "itemIdProperty", "item_index"), "'item_index'");
    }

    @Test
    void namedValidationIsNeverRefitOn() {
        assertThat(TrainSettings.of(Map.of("validationRelationshipTypes", "VALID")).training().refit()).isFalse();
        assertThat(TrainSettings.of(Map.of()).training().refit()).isTrue();
        assertRefused(Map.of("validationRelationshipTypes", "VALID", "refit", true), "never trained on");
    }

    private static void assertRefused(Map<String, Object> config, String message) {
        assertThatThrownBy(() -> TrainSettings.of(config)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
