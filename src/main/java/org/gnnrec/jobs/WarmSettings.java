package org.gnnrec.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.Transaction;

/**
 * The settings of {@code gnnrec.train}, with {@code warmStart} those of the stored model wherever the call says nothing
 * else: nothing is chosen again, nothing is held out again, and it trains a fifth as long.
 */
public final class WarmSettings {
    /** What follows from the size of the graph where it is not given: the graph has grown since. */
    private static final Set<String> SIZES = Set.of("batchSize", "neighborSamples");

    private WarmSettings() {}

    public static TrainSettings of(Map<String, Object> values, Transaction tx) {
        ConfigMap given = ConfigMap.of(values, TrainSettings.keys());
        if (!given.bool("warmStart", false)) {
            return TrainSettings.of(given.values());
        }
        requireNothingSplitOff(given);
        ModelCatalog catalog = new ModelCatalog(tx);
        ModelInfo model = catalog.require(Models.name(given));
        catalog.requireBase(model);
        TrainSettings settings = TrainSettings.of(complete(given.values(), model));
        requireSameShape(settings.training(), model);
        requireSame("featureProperties", settings.features(),
                FeatureSettings.of(ConfigMap.of(stored(model), TrainSettings.keys())), model);
        return settings.from(model);
    }

    /** What is split off now, the stored model has seen. */
    private static void requireNothingSplitOff(ConfigMap given) {
        if (given.values().get("validationFraction") instanceof Number fraction && fraction.doubleValue() != 0) {
            throw new IllegalArgumentException("validationFraction must be 0 with warmStart but was " + fraction
                    + ": the stored model was trained on what would be held out. Leave it out; to "
                    + "choose by relationships that it never saw, name validationRelationshipTypes");
        }
    }

    /** Null is not given, as everywhere, but for the source: a graph or a query may give way to the store. */
    private static Map<String, Object> complete(Map<String, Object> given, ModelInfo model) {
        Map<String, Object> complete = stored(model);
        complete.keySet().removeAll(SIZES);
        if (given.containsKey("graphName") || given.containsKey("query")) {
            complete.keySet().removeAll(SourceSettings.KEYS);
        }
        complete.putAll(Map.of("epochs", epochs(model), "validationFraction", 0.0, "refit", false));
        given.forEach((key, value) -> {
            if (value != null) {
                complete.put(key, value);
            }
        });
        return complete;
    }

    private static Map<String, Object> stored(ModelInfo model) {
        Map<String, Object> stored = new HashMap<>(model.configuration());
        stored.keySet().retainAll(TrainSettings.keys());
        return stored;
    }

    /** A fifth of the best of the training from a random start; after a warm start as many as that one had. */
    private static long epochs(ModelInfo model) {
        long most = (long) model.configuration().get("epochs");
        if (Boolean.TRUE.equals(model.configuration().get("warmStart"))) {
            return most;
        }
        long ran = (long) model.metrics().getOrDefault("bestEpoch", most);
        return WarmStart.epochs(Math.toIntExact(ran));
    }

    private static void requireSameShape(TrainingConfig config, ModelInfo model) {
        TrainingConfig stored = TrainingConfig.of(model.configuration());
        for (String key : List.of("modelType", "aggregator", "attention", "attentionHeads", "importanceNeighbors",
                "useIds")) {
            requireSame(key, config.encoder().toMap().get(key), stored.encoder().toMap().get(key), model);
        }
        requireSame("embeddingDimension", config.embeddingDimension(), stored.embeddingDimension(), model);
        requireSame("layers", config.layers(), stored.layers(), model);
        requireSame("rowNormalization", config.isRowNormalized(), stored.isRowNormalized(), model);
        requireSame("loss", config.loss().key(), stored.loss().key(), model);
    }

    private static void requireSame(String key, Object given, Object stored, ModelInfo model) {
        if (!Objects.equals(stored, given)) {
            throw new IllegalArgumentException("warmStart goes on from model '" + model.name() + "', whose " + key
                    + " is " + stored + ", but " + given + " was given. Leave it out, or train without warmStart");
        }
    }
}
