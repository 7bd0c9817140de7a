package org.gnnrec.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gnnrec.feature.FeatureProperties;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ModelType;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.source.NodeKind;
import org.gnnrec.training.TrainingConfig;

/**
 * The whole configuration of {@code gnnrec.train}, checked: what to read, how to train, where to write.
 *
 * @param start the stored model that a warm start goes on from, else null
 */
public record TrainSettings(String modelName, ProjectionConfig projection, FeatureProperties features,
        TrainingConfig training,
        ModelInfo start, String writeProperty, boolean vectorIndex, boolean createIndexes) {

    private static final Set<String> KEYS = allKeys();

    public static TrainSettings of(Map<String, Object> values) {
        ConfigMap map = ConfigMap.of(values, KEYS);
        String modelName = Models.name(map);
        TrainingConfig training = training(map);
        TrainSettings settings = new TrainSettings(modelName, projection(map),
                features(map, training.encoder().modelType()), training, null,
                map.text("writeProperty", Models.property(modelName)),
                map.bool("vectorIndex", true),
                map.bool("createIndexes", true));
        settings.requireOwnProperty();
        settings.requireInputs();
        return settings;
    }

    /** The same, going on from this model. */
    TrainSettings from(ModelInfo model) {
        return new TrainSettings(modelName, projection, features, training, model, writeProperty, vectorIndex,
                createIndexes);
    }

    /** The name of the model type in Cypher. */
    public String modelType() {
        return training.encoder().modelType().key();
    }

    /** The item property that the vector index reads. */
    String indexProperty() {
        return ModelInfo.indexProperty(writeProperty);
    }

    /** As the user would write it, defaults and choices filled in. */
    public Map<String, Object> toMap(TrainingConfig chosen, List<String> relationshipTypes) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("modelName", modelName);
        map.put("modelType", modelType());
        map.put("userLabel", oneOrList(projection.users().labels()));
        map.put("itemLabel", oneOrList(projection.items().labels()));
        map.put("userIdProperty", projection.users().idProperty());
        map.put("itemIdProperty", projection.items().idProperty());
        map.put("relationshipTypes", relationshipTypes);
        map.put("validationRelationshipTypes", projection.validationRelationshipTypes());
        map.put("testRelationshipTypes", projection.testRelationshipTypes());
        map.putAll(WeightSettings.toMap(projection.weighting()));
        map.putAll(SourceSettings.toMap(projection.source()));
        map.putAll(FeatureSettings.toMap(features));
        map.put("writeProperty", writeProperty);
        map.put("vectorIndex", vectorIndex);
        map.put("createIndexes", createIndexes);
        map.putAll(chosen.toMap());
        map.put("warmStart", start != null);
        return map;
    }

    private static ProjectionConfig projection(ConfigMap map) {
        return new ProjectionConfig(
                new NodeKind(map.textsOr("userLabel", "User"), map.text("userIdProperty", "id")),
                new NodeKind(map.textsOr("itemLabel", "Item"), map.text("itemIdProperty", "id")),
                map.texts("relationshipTypes"), map.texts("validationRelationshipTypes"),
                map.texts("testRelationshipTypes"), WeightSettings.of(map), SourceSettings.of(map));
    }

    private static FeatureProperties features(ConfigMap map, ModelType type) {
        FeatureProperties features = FeatureSettings.of(map);
        return type.learnsUsers() ? features : FeatureSettings.ofItemsAlone(features, type);
    }

    private static Object oneOrList(List<String> labels) {
        return labels.size() == 1 ? labels.getFirst() : labels;
    }

    /** What is named for validation is never trained on, so there is nothing to refit with. */
    private static TrainingConfig training(ConfigMap map) {
        boolean validationNamed = !map.texts("validationRelationshipTypes").isEmpty();
        if (validationNamed && map.bool("refit", false)) {
            throw new IllegalArgumentException(
                    "refit: true trains on the validation part as well, but relationships named by "
                            + "validationRelationshipTypes are never trained on. Leave one of the two out");
        }
        Map<String, Object> values = new HashMap<>(map.values());
        if (validationNamed) {
            values.put("refit", false);
        }
        return TrainingConfig.of(values);
    }

    private void requireOwnProperty() {
        for (String taken : List.of(projection.users().idProperty(), projection.items().idProperty())) {
            if (writeProperty.equals(taken) || indexProperty().equals(taken)) {
                throw new IllegalArgumentException(
                        "writeProperty '" + writeProperty + "' would overwrite the id property '"
                                + taken + "'. Name another");
            }
        }
    }

    /** A node must have something before the first layer, and something must be made of what it has. */
    private void requireInputs() {
        if (!features.isEmpty() && !training.encoder().hasWeights()) {
            throw new IllegalArgumentException("featureProperties: LightGCN learns a row of each node and takes no "
                    + "features. Name a modelType that does: 'graphsage', 'gat' or 'pinsage'");
        }
        if (features.isEmpty() && !training.encoder().learnsNodes()) {
            throw new IllegalArgumentException("useIds: " + training.encoder().ids().value()
                    + " leaves nodes nothing to be told by. Name featureProperties, or leave it out");
        }
    }

    /** Every key there is. */
    public static Set<String> keys() {
        return KEYS;
    }

    private static Set<String> allKeys() {
        Set<String> keys = new HashSet<>(TrainingConfig.keys());
        keys.addAll(Set.of("modelName", "modelType", "userLabel", "itemLabel", "userIdProperty", "itemIdProperty",
                "relationshipTypes", "validationRelationshipTypes", "testRelationshipTypes", "writeProperty",
                "vectorIndex", "createIndexes", "warmStart"));
        keys.addAll(WeightSettings.KEYS);
        keys.addAll(SourceSettings.KEYS);
        keys.addAll(FeatureSettings.KEYS);
        return Set.copyOf(keys);
    }
}
