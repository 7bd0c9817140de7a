package org.gnnrec.jobs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kinds;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.training.TrainingKeys;

/** The keys of {@code gnnrec.train} beside those of the training itself. */
public final class TrainKeys {
    static final Key<List<String>> USER_LABEL = Key.of("userLabel", Kinds.ONE_OR_MORE,
            "The label of the users, or several labels of which a user has any.").usually(List.of("User"));
    static final Key<List<String>> ITEM_LABEL = Key.of("itemLabel", Kinds.ONE_OR_MORE,
            "The label of the items, or several; no node may be user and item.").usually(List.of("Item"));
    static final Key<String> USER_ID_PROPERTY = Key.text("userIdProperty",
            "The property that identifies a user; every user has one and no two share it.").usually("id");
    static final Key<String> ITEM_ID_PROPERTY = Key.text("itemIdProperty",
            "The property that identifies an item; every item has one and no two share it.").usually("id");
    static final Key<List<String>> RELATIONSHIP_TYPES = Key.texts("relationshipTypes",
            "The types that are interactions, in either direction.").usually(List.of(), "all");
    static final Key<List<String>> VALIDATION_TYPES = Key.texts("validationRelationshipTypes",
            "Interactions to choose by, which are never trained on and not counted as seen.");
    static final Key<List<String>> TEST_TYPES = Key.texts("testRelationshipTypes",
            "Interactions for `gnnrec.evaluate`, which are never trained on and not counted as seen.");
    static final Key<FeatureNames> FEATURE_PROPERTIES = Key.of("featureProperties", FeatureNamesKind.KIND,
            "The values of nodes that are features, with a model type that takes them.")
            .usually(FeatureNames.NONE, "none");
    static final Key<String> WRITE_PROPERTY = Key.text("writeProperty",
            "The node property for the embeddings; the vector index reads this name with `_index` at the end.")
            .open("`gnnrec_` and the model's name");
    static final Key<Boolean> VECTOR_INDEX = Key.bool("vectorIndex",
            "Whether to write the second item property and make the vector index.").usually(true);
    static final Key<Boolean> CREATE_INDEXES = Key.bool("createIndexes",
            "Whether to make range indexes on the id properties that have none.").usually(true);
    static final Key<Boolean> WARM_START = Key.bool("warmStart", "Whether to go on from the stored model.")
            .usually(false);
    static final Key<Boolean> ALLOW_DIFFERENCE = Key.bool("allowDifference",
            "Whether to train where serving would read other interactions in the store than `query` or `graphName` gave.")
            .usually(false);
    /** The keys that neither a model type nor the training itself has. */
    public static final List<Key<?>> OWN = Stream.of(
            List.of(ModelKeys.MODEL_NAME, ModelTypes.installed().key(), USER_LABEL, ITEM_LABEL, USER_ID_PROPERTY,
                    ITEM_ID_PROPERTY, RELATIONSHIP_TYPES, VALIDATION_TYPES, TEST_TYPES),
            WeightSettings.KEYS, SourceSettings.KEYS,
            List.of(FEATURE_PROPERTIES, WRITE_PROPERTY, VECTOR_INDEX, CREATE_INDEXES, WARM_START,
                    ALLOW_DIFFERENCE))
            .<Key<?>>flatMap(List::stream).toList();

    private TrainKeys() {}

    /** Every key of {@code gnnrec.train}, whatever the model type, each name once. */
    public static Collection<Key<?>> all() {
        Map<String, Key<?>> all = new LinkedHashMap<>();
        Stream.of(OWN, ModelTypes.installed().keys(), TrainingKeys.ALL).flatMap(Collection::stream)
                .forEach(key -> all.putIfAbsent(key.name(), key));
        return all.values();
    }
}
