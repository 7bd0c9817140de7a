package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.feature.FeatureProperties;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ModelType;
import org.gnnrec.store.Suggestion;
import org.gnnrec.training.ConfigValues;

/**
 * The key of {@code gnnrec.train} that names the properties features are made of, and back: a list, each taken on
 * whichever side has it, or a map {@code {users: [...], items: [...]}}.
 */
final class FeatureSettings {
    private static final String KEY = "featureProperties";
    static final Set<String> KEYS = Set.of(KEY);
    private static final Set<String> SIDES = Set.of("users", "items");

    private FeatureSettings() {}

    /** Refuses ids, which say nothing of other nodes, and what this very training writes. */
    static FeatureProperties of(ConfigMap map) {
        FeatureProperties properties = read(map);
        requireNoId(properties.ofUsers(), "userIdProperty", map);
        requireNoId(properties.ofItems(), "itemIdProperty", map);
        String writeProperty = map.text("writeProperty", Models.property(Models.name(map)));
        for (String written : List.of(writeProperty, ModelInfo.indexProperty(writeProperty))) {
            requireOther(properties, written,
                    "is what this training writes. Leave it out, or name another writeProperty");
        }
        return properties;
    }

    /** For a model that makes users of their items: refuses features of users, and takes a list on items alone. */
    static FeatureProperties ofItemsAlone(FeatureProperties properties, ModelType type) {
        if (!properties.users().isEmpty()) {
            throw new IllegalArgumentException(KEY + ".users must be empty with modelType '" + type.key() + "' but was "
                    + properties.users() + ": there a user is the mean of their items. Leave it out, or name a "
                    + "modelType that takes features of users: 'graphsage' or 'gat'");
        }
        return new FeatureProperties(List.of(), List.of(), properties.ofItems());
    }

    private static FeatureProperties read(ConfigMap map) {
        return switch (map.values().get(KEY)) {
            case null -> FeatureProperties.NONE;
            case Map<?, ?> sides -> bySide(map.map(KEY));
            case Object names when names instanceof String || names instanceof List<?> ->
                new FeatureProperties(distinct(map, KEY), List.of(), List.of());
            case Object other -> throw ConfigValues.wrongType(KEY,
                    "a list of properties, or a map {users: [...], items: [...]} of such lists,", other);
        };
    }

    private static FeatureProperties bySide(Map<String, Object> sides) {
        for (String side : sides.keySet()) {
            if (!SIDES.contains(side)) {
                throw new IllegalArgumentException(KEY + ": unknown side '" + side + "'" + Suggestion.of(side, SIDES)
                        + ". The sides are users and items; name the properties of either or both");
            }
        }
        return new FeatureProperties(List.of(), ofSide("users", sides), ofSide("items", sides));
    }

    /** Errors name the side beside the key. */
    private static List<String> ofSide(String side, Map<String, Object> sides) {
        String key = KEY + "." + side;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(key, sides.get(side));
        return distinct(ConfigMap.of(values, Set.of(key)), key);
    }

    private static List<String> distinct(ConfigMap map, String key) {
        return map.texts(key).stream().distinct().toList();
    }

    private static void requireNoId(List<String> properties, String key, ConfigMap map) {
        String id = map.text(key, "id");
        if (properties.contains(id)) {
            throw new IllegalArgumentException(KEY + ": '" + id + "' is the " + key
                    + ", which every node has a value of its own for: nothing can be learned from it. Leave it out");
        }
    }

    /** Refuses what gnnrec wrote for any model: a model would learn from another, or from the one that it replaces. */
    static void requireForeign(FeatureProperties properties, ModelCatalog catalog) {
        for (ModelInfo model : catalog.listWritten()) {
            String wayOut = "of model '" + model.name() + "', which gnnrec wrote. Leave it out";
            requireOther(properties, model.writeProperty(), "holds the embeddings " + wayOut);
            requireOther(properties, model.indexProperty(), "holds the index vectors " + wayOut);
            catalog.communityProperties(model)
                    .forEach(written -> requireOther(properties, written, "holds the communities " + wayOut));
        }
    }

    private static void requireOther(FeatureProperties properties, String written, String reason) {
        if (properties.all().contains(written)) {
            throw new IllegalArgumentException(KEY + ": '" + written + "' " + reason);
        }
    }

    /** As {@link #of} reads it. */
    static Map<String, Object> toMap(FeatureProperties properties) {
        boolean isBySide = !properties.users().isEmpty() || !properties.items().isEmpty();
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("users", properties.users());
        sides.put("items", properties.items());
        return Map.of(KEY, isBySide ? sides : properties.anywhere());
    }
}
