package org.gnnrec.jobs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.source.NodeKind;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingKeys;

/**
 * The whole configuration of {@code gnnrec.train}, checked: what to read, how to train, where to write.
 *
 * @param values of {@link TrainKeys#OWN}
 * @param start the stored model that a warm start goes on from, else null
 */
public record TrainSettings(Config values, ProjectionConfig projection, TrainingConfig training, ModelInfo start) {
    public static TrainSettings of(Map<String, Object> given) {
        Config.requireKnown(given, TrainKeys.all());
        Config values = PatternLabels.fill(Config.pick(given, TrainKeys.OWN));
        TrainingConfig training = training(given, values);
        values = values.fill(TrainKeys.WRITE_PROPERTY, ModelKeys.property(values)).with(TrainKeys.FEATURE_PROPERTIES,
                FeatureSettings.taken(values.get(TrainKeys.FEATURE_PROPERTIES), training.type()));
        values = training.spec().dimension() == 0 ? withoutIndex(given, values, training) : values;
        TrainSettings settings = new TrainSettings(values, projection(values), training, null);
        settings.requireOwnProperty();
        FeatureSettings.requireNoOwn(settings.features(), settings.projection.users(), settings.projection.items(),
                settings.copy());
        training.spec().requireInputs(!settings.features().isEmpty());
        ModelStore.requireStorable(settings.toMap(training, List.of()));
        return settings;
    }

    private static ProjectionConfig projection(Config values) {
        return new ProjectionConfig(
                new NodeKind(values.get(TrainKeys.USER_LABEL), values.get(TrainKeys.USER_ID_PROPERTY)),
                new NodeKind(values.get(TrainKeys.ITEM_LABEL), values.get(TrainKeys.ITEM_ID_PROPERTY)),
                values.get(TrainKeys.RELATIONSHIP_TYPES), values.get(TrainKeys.VALIDATION_TYPES),
                values.get(TrainKeys.TEST_TYPES), WeightSettings.of(values), SourceSettings.of(values));
    }

    /** Relationships named for validation are never trained on, so there is no refit with them. */
    private static TrainingConfig training(Map<String, Object> given, Config values) {
        if (values.get(TrainKeys.VALIDATION_TYPES).isEmpty()) {
            return TrainingConfig.of(given);
        }
        Object refit = given.get(TrainingKeys.REFIT.name());
        if (refit != null && TrainingKeys.REFIT.read(refit)) {
            throw new IllegalArgumentException(
                    "refit: true trains on the validation part as well, but relationships named by "
                            + "validationRelationshipTypes are never trained on. Leave one of the two out");
        }
        Map<String, Object> withoutRefit = new HashMap<>(given);
        withoutRefit.put(TrainingKeys.REFIT.name(), false);
        return TrainingConfig.of(withoutRefit);
    }

    private static Config withoutIndex(Map<String, Object> given, Config values, TrainingConfig training) {
        if (given.get(TrainKeys.VECTOR_INDEX.name()) != null && values.get(TrainKeys.VECTOR_INDEX)) {
            throw new IllegalArgumentException("vectorIndex: true needs embeddings, but modelType '"
                    + training.type().name() + "' has none. Leave it out, or name another modelType");
        }
        return values.with(TrainKeys.VECTOR_INDEX, false);
    }

    private void requireOwnProperty() {
        for (String taken : List.of(projection.users().idProperty(), projection.items().idProperty())) {
            if (copy().properties().contains(taken)) {
                throw new IllegalArgumentException(
                        "writeProperty '" + writeProperty() + "' would overwrite the id property '"
                                + taken + "'. Name another");
            }
        }
    }

    /** These settings for a warm start from this model. */
    TrainSettings from(ModelInfo model) {
        return new TrainSettings(values, projection, training, model);
    }

    public String modelName() {
        return values.get(ModelKeys.MODEL_NAME);
    }

    /** The name of the model type in Cypher. */
    public String modelType() {
        return training.type().name();
    }

    int concurrency() {
        return training.get(TrainingKeys.CONCURRENCY);
    }

    FeatureNames features() {
        return values.get(TrainKeys.FEATURE_PROPERTIES);
    }

    String writeProperty() {
        return values.get(TrainKeys.WRITE_PROPERTY);
    }

    boolean vectorIndex() {
        return values.get(TrainKeys.VECTOR_INDEX);
    }

    boolean createIndexes() {
        return values.get(TrainKeys.CREATE_INDEXES);
    }

    boolean allowsDifference() {
        return values.get(TrainKeys.ALLOW_DIFFERENCE);
    }

    /** The item property that the vector index reads. */
    String indexProperty() {
        return PropertyCopy.indexProperty(writeProperty());
    }

    /** Where the embeddings are to be written; none are yet. */
    PropertyCopy copy() {
        return PropertyCopy.of(writeProperty(), projection.users(), projection.items(), vectorIndex(), false);
    }

    /** The configuration as the user would write it, with defaults and choices filled in. */
    public Map<String, Object> toMap(TrainingConfig chosen, List<String> relationshipTypes) {
        Map<String, Object> map = new LinkedHashMap<>(
                values.with(TrainKeys.RELATIONSHIP_TYPES, relationshipTypes).toMap());
        map.putAll(chosen.toMap());
        return map;
    }
}
