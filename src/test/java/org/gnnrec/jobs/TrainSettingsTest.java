package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.source.NodeValues;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Weighting;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingKeys;
import org.junit.jupiter.api.Test;
import org.neo4j.values.storable.DurationValue;

class TrainSettingsTest {

    @Test
    void everyKeyHasADefault() {
        TrainSettings settings = TrainSettings.of(Map.of());
        assertThat(settings.modelName()).isEqualTo("default");
        assertThat(settings.projection()).isEqualTo(new ProjectionConfig(kind("User"), kind("Item"), List.of(),
                List.of(), List.of(), Weighting.NONE, GraphSource.STORE));
        assertThat(settings.features()).isEqualTo(FeatureNames.NONE);
        assertThat(settings.training()).isEqualTo(TrainingConfig.of(Map.of()));
        assertThat(settings.start()).isNull();
        assertThat(settings.writeProperty()).isEqualTo("gnnrec_default");
        assertThat(settings.vectorIndex()).isTrue();
        assertThat(settings.createIndexes()).isTrue();
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
        assertRefused(Map.of("epochs", 0L), "epochs must be a whole number in [1, 10000] but was 0");
        assertRefused(Map.of("layers", "one"), "layers must be a whole number in [0, 8] but was 'one'");
    }

    @Test
    void aWrongValueOfTheProjectionIsRefused() {
        assertRefused(Map.of("userLabel", ""), "userLabel must be a text or a list of texts that are not blank");
        assertRefused(Map.of("userLabel", "Item"), "userLabel and itemLabel must differ");
        assertRefused(Map.of("relationshipTypes", List.of("A", "A")), "'A' is named twice");
        assertRefused(Map.of("relationshipTypes", 5L), "relationshipTypes must be a text or a list of texts");
        assertRefused(Map.of("graphName", 5L), "graphName must be a text");
    }

    @Test
    void severalLabelsMayStandOnASide() {
        TrainSettings settings = TrainSettings.of(Map.of("userLabel", List.of("Guest", "Customer", "Guest")));
        assertThat(settings.projection().users().labels()).containsExactly("Guest", "Customer");
        assertRefused(Map.of("userLabel", List.of("Guest", "Item")), "both are 'Item'");
    }

    @Test
    void weightsAndTimesAreRead() {
        Weighting weighting = TrainSettings.of(Map.of("relationshipWeights", Map.of("VIEWED", 1L, "BOUGHT", 5.5),
                "relationshipWeightProperty", "quantity", "timestampProperty", "at", "halfLife",
                DurationValue.duration(0, 30, 0, 0))).projection().weighting();
        assertThat(weighting).isEqualTo(new Weighting(Map.of("VIEWED", 1.0, "BOUGHT", 5.5), "quantity", "at", 30));
        assertThat(TrainSettings.of(Map.of("timestampProperty", "at", "halfLife", 0.5)).projection().weighting()
                .halfLifeDays()).isEqualTo(0.5);
    }

    @Test
    void aWrongWeightOrTimeIsRefused() {
        assertRefused(Map.of("relationshipWeights", List.of(1L)), "relationshipWeights must be a map but was [1]");
        assertRefused(Map.of("relationshipWeights", Map.of("A", "5")), "relationshipWeights: 'A' must be a number");
        assertRefused(Map.of("relationshipWeights", Map.of("A", Double.NaN)), "'A' must be a number in [-1e9, 1e9]");
        assertRefused(Map.of("relationshipWeights", Map.of("A", 1e10)), "'A' must be a number in [-1e9, 1e9]");
        assertRefused(Map.of("halfLife", 30L), "halfLife needs the times of the relationships");
        assertRefused(Map.of("timestampProperty", "at"), "is not used without halfLife");
        for (Object value : List.of(0L, -1L, Double.NaN, 1e7, "P30D")) {
            assertRefused(Map.of("timestampProperty", "at", "halfLife", value), "halfLife must be a number of days");
        }
    }

    @Test
    void oneSourceIsNamed() {
        assertRefused(Map.of("graphName", "g", "query", "MATCH (u) RETURN u AS user"), "leave all but one of them out");
        assertRefused(Map.of("params", Map.of("x", 1L)), "which is not given");
        assertRefused(Map.of("query", "RETURN 1", "params", Map.of("x", LocalDate.EPOCH)), "as in datetime($x)");
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
        assertRefused(Map.of("modelType", "mf"),
                "modelType must be 'lightgcn', 'graphsage', 'gat', 'pinsage', 'spectral', 'sparse' or 'blend' but was 'mf'");
        assertThat(TrainSettings.of(Map.of("modelType", "LightGCN")).modelType()).isEqualTo("lightgcn");
    }

    @Test
    void featuresNeedAModelThatTakesThemAndNodesNeedSomething() {
        assertRefused(Map.of("featureProperties", List.of("year")), "learns a row of each node");
        assertRefused(Map.of("modelType", "graphsage", "useIds", false), "useIds: false leaves nodes nothing");
        assertRefused(Map.of("modelType", "pinsage", "useIds", "users"),
                "useIds 'users' has no meaning with modelType 'pinsage'");
        assertThat(TrainSettings.of(Map.of("modelType", "gat", "useIds", "users")).training().toMap())
                .containsEntry("useIds", "users");
        TrainSettings settings = TrainSettings.of(Map.of("modelType", "graphsage", "useIds", false,
                "featureProperties", Map.of("items", List.of("year", "genres"))));
        assertThat(settings.features().ofItems().names()).containsExactly("year", "genres");
        assertThat(TrainSettings.of(settings.toMap(settings.training(), List.of()))).isEqualTo(settings);
    }

    @Test
    void pinSageRefusesFeaturesOfUsersAndTakesAListOnItems() {
        assertRefused(Map.of("modelType", "pinsage", "featureProperties", Map.of("users", List.of("age"))),
                "featureProperties.users must be empty with modelType 'pinsage' but was ['age']: there a user is the mean "
                        + "of their items. Leave it out, or name a modelType that takes features of users: "
                        + "'graphsage' or 'gat'");
        TrainSettings settings = TrainSettings.of(Map.of("modelType", "pinsage", "featureProperties", "year"));
        assertThat(settings.features())
                .isEqualTo(new FeatureNames(List.of(), NodeValues.NONE, NodeValues.ofProperties(List.of("year"))));
        assertThat(TrainSettings.of(settings.toMap(settings.training(), List.of()))).isEqualTo(settings);
    }

    @Test
    void thePropertyOfTheIdsIsNeverWritten() {
        assertRefused(Map.of("writeProperty", "id"), "would overwrite the id property 'id'");
        assertRefused(Map.of("writeProperty", "item", "itemIdProperty", "item_index"), "'item_index'");
    }

    @Test
    void namedValidationIsNeverRefitOn() {
        assertThat(TrainSettings.of(Map.of("validationRelationshipTypes", "VALID")).training().get(TrainingKeys.REFIT))
                .isFalse();
        assertThat(TrainSettings.of(Map.of()).training().get(TrainingKeys.REFIT)).isTrue();
        assertRefused(Map.of("validationRelationshipTypes", "VALID", "refit", true), "never trained on");
    }

    private static void assertRefused(Map<String, Object> config, String message) {
        assertThatThrownBy(() -> TrainSettings.of(config)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
