package org.gnnrec.jobs;

import java.util.List;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.config.Shown;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.model.ModelType;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeValues;

/** The properties of nodes that a training learns of, checked. */
final class FeatureSettings {
    private static final String KEY = TrainKeys.FEATURE_PROPERTIES.name();

    private FeatureSettings() {}

    /** The properties that a type takes. Fails where it takes none, or none of users. */
    static FeatureNames taken(FeatureNames given, ModelType type) {
        return switch (type.features()) {
            case NONE -> requireNone(given, type);
            case ITEMS -> ofItemsAlone(given, type);
            case BOTH -> given;
        };
    }

    private static FeatureNames requireNone(FeatureNames given, ModelType type) {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(KEY + ": modelType '" + type.name()
                    + "' learns a row of each node and takes no features. Name a modelType that does: "
                    + typesWith(FeatureUse.ITEMS, FeatureUse.BOTH));
        }
        return given;
    }

    private static FeatureNames ofItemsAlone(FeatureNames given, ModelType type) {
        if (!given.users().isEmpty()) {
            throw new IllegalArgumentException(
                    KEY + ".users must be empty with modelType '" + type.name() + "' but was "
                            + Shown.of(given.users().names())
                            + ": there a user is the mean of their items. Leave it out, or name a "
                            + "modelType that takes features of users: " + typesWith(FeatureUse.BOTH));
        }
        return new FeatureNames(List.of(), NodeValues.NONE, given.ofItems());
    }

    private static String typesWith(FeatureUse... uses) {
        return Shown.alternatives(ModelTypes.installed().all().stream()
                .filter(type -> List.of(uses).contains(type.features())).map(ModelType::name).toList());
    }

    /**
     * Refuses ids, which carry nothing about other nodes, and the properties that this training writes, also where an
     * expression reads them by name.
     */
    static void requireNoOwn(FeatureNames properties, NodeKind users, NodeKind items, PropertyCopy copy) {
        requireNoId(properties.ofUsers().properties(), users.idProperty(), "userIdProperty");
        requireNoId(properties.ofItems().properties(), items.idProperty(), "itemIdProperty");
        for (String written : copy.properties()) {
            requireOther(properties, written,
                    "is what this training writes. Leave it out, or name another writeProperty");
        }
    }

    private static void requireNoId(List<String> properties, String id, String key) {
        if (properties.contains(id)) {
            throw new IllegalArgumentException(KEY + ": '" + id + "' is the " + key
                    + ", which every node has a value of its own for: nothing can be learned from it. Leave it out");
        }
    }

    /** Refuses properties that gnnrec wrote: a model would learn from another, or from the one that it replaces. */
    static void requireForeign(FeatureNames properties, WrittenModels models) {
        for (WrittenModel model : models.all()) {
            String wayOut = "of model '" + model.modelName() + "', which gnnrec wrote. Leave it out";
            requireOther(properties, model.copy().property(), "holds the embeddings " + wayOut);
            requireOther(properties, model.copy().itemProperty(), "holds the embeddings " + wayOut);
            requireOther(properties, model.copy().indexProperty(), "holds the index vectors " + wayOut);
            model.communityProperties()
                    .forEach(written -> requireOther(properties, written, "holds the communities " + wayOut));
        }
    }

    private static void requireOther(FeatureNames properties, String written, String reason) {
        if (properties.ofUsers().read(written) || properties.ofItems().read(written)) {
            throw new IllegalArgumentException(KEY + ": '" + written + "' " + reason);
        }
    }
}
