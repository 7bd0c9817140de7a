package org.gnnrec.training;

import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.model.ModelType;
import org.gnnrec.models.ModelTypes;

/**
 * The configuration of a training: the type of model, and values for the keys of {@link TrainingKeys#of}. Open keys are
 * chosen on validation, or settled by the type where there is no validation.
 */
public record TrainingConfig(ModelType type, Config values) {
    /**
     * The configuration of a map from Cypher. Keys of no training are left alone.
     *
     * @throws IllegalArgumentException where a value is not allowed, a key belongs to another type, or two keys
     *        contradict
     */
    public static TrainingConfig of(Map<String, Object> map) {
        ModelTypes types = ModelTypes.installed();
        Object named = map.get(types.key().name());
        ModelType type = named == null ? types.key().usual() : types.key().read(named);
        types.requireOwn(map, type, TrainingKeys.ALL);
        return new TrainingConfig(type, type.complete(Config.pick(map, TrainingKeys.of(type))));
    }

    public <T> T get(Key<T> key) {
        return values.get(key);
    }

    public ModelSpec spec() {
        return type.spec(values);
    }

    /** The map that {@link #of} reads. Open keys are null. */
    public Map<String, Object> toMap() {
        return values.toMap();
    }
}
