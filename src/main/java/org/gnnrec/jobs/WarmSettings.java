package org.gnnrec.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Shown;
import org.gnnrec.model.StepKeys;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingKeys;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.Transaction;

/**
 * The settings of {@code gnnrec.train}. With {@code warmStart} the stored model gives all values that the call does not
 * name. Nothing is chosen or held out again, and the training is a fifth as long.
 */
public final class WarmSettings {
    private WarmSettings() {}

    public static TrainSettings of(Map<String, Object> given, Transaction tx) {
        Map<String, Object> map = given == null ? Map.of() : given;
        Config.requireKnown(map, TrainKeys.all());
        Config call = Config.pick(map, List.of(TrainKeys.WARM_START, ModelKeys.MODEL_NAME));
        return call.get(TrainKeys.WARM_START) ? goOn(map, new ModelCatalog(tx), call) : TrainSettings.of(map);
    }

    private static TrainSettings goOn(Map<String, Object> given, ModelCatalog catalog, Config call) {
        requireNothingSplitOff(given);
        ModelInfo model = catalog.require(call.get(ModelKeys.MODEL_NAME));
        catalog.requireReadable(model);
        TrainingConfig stored = TrainingConfig.of(stored(model));
        requireShape(stored, model);
        TrainSettings settings = TrainSettings.of(complete(given, model, stored));
        requireSameShape(settings.training(), stored, model);
        Key<?> features = TrainKeys.FEATURE_PROPERTIES;
        requireSame(features, settings.values(), Config.pick(stored(model), List.of(features)), model);
        return settings.from(model);
    }

    /** Refuses a split, because the stored model has seen what it would hold out. */
    private static void requireNothingSplitOff(Map<String, Object> given) {
        if (given.get(TrainingKeys.VALIDATION_FRACTION.name()) instanceof Number fraction
                && fraction.doubleValue() != 0) {
            throw new IllegalArgumentException("validationFraction must be 0 with warmStart but was " + fraction
                    + ": the stored model was trained on what would be held out. Leave it out; to "
                    + "choose by relationships that it never saw, name validationRelationshipTypes");
        }
    }

    private static void requireShape(TrainingConfig stored, ModelInfo model) {
        if (stored.type().shapeKeys().isEmpty()) {
            throw new IllegalArgumentException("warmStart: model '" + model.name() + "' is of modelType '"
                    + model.modelType() + "', which has nothing to go on from. Train without warmStart");
        }
    }

    /** The stored values under the given ones. Null is not given, except for a source, where it names the store. */
    private static Map<String, Object> complete(Map<String, Object> given, ModelInfo model, TrainingConfig stored) {
        Map<String, Object> complete = stored(model);
        // The graph has another size now.
        stored.type().sizeKeys().forEach(key -> complete.remove(key.name()));
        if (SourceSettings.isNamed(given)) {
            SourceSettings.KEYS.forEach(key -> complete.remove(key.name()));
        }
        complete.putAll(Map.of(StepKeys.EPOCHS.name(), epochs(model, stored),
                TrainingKeys.VALIDATION_FRACTION.name(), 0.0, TrainingKeys.REFIT.name(), false));
        given.forEach((key, value) -> {
            if (value != null) {
                complete.put(key, value);
            }
        });
        return complete;
    }

    private static Map<String, Object> stored(ModelInfo model) {
        Map<String, Object> stored = new HashMap<>(model.configuration());
        stored.keySet().retainAll(TrainKeys.all().stream().map(Key::name).toList());
        return stored;
    }

    /** A fifth of the best epochs of a training from a random start. After a warm start as many as it had. */
    private static long epochs(ModelInfo model, TrainingConfig stored) {
        boolean wasWarm = Boolean.TRUE.equals(model.configuration().get(TrainKeys.WARM_START.name()));
        return wasWarm ? stored.get(StepKeys.EPOCHS) : WarmStart.epochs(Math.toIntExact(model.bestEpoch()));
    }

    private static void requireSameShape(TrainingConfig config, TrainingConfig stored, ModelInfo model) {
        if (!config.type().equals(stored.type())) {
            throw different("modelType", config.type().name(), stored.type().name(), model);
        }
        stored.type().shapeKeys().forEach(key -> requireSame(key, config.values(), stored.values(), model));
    }

    private static void requireSame(Key<?> key, Config given, Config stored, ModelInfo model) {
        Object was = stored.toMap(List.of(key)).get(key.name());
        Object is = given.toMap(List.of(key)).get(key.name());
        if (!Objects.equals(was, is)) {
            throw different(key.name(), is, was, model);
        }
    }

    private static IllegalArgumentException different(String key, Object given, Object stored, ModelInfo model) {
        return new IllegalArgumentException("warmStart goes on from model '" + model.name() + "', whose " + key
                + " is " + Shown.of(stored) + ", but " + Shown.of(given)
                + " was given. Leave it out, or train without warmStart");
    }
}
