package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Shown;
import org.gnnrec.source.GraphSource;

/** Where a training reads its relationships. */
final class SourceSettings {
    private static final Key<String> GRAPH_NAME = Key.text("graphName",
            "The GDS graph to read relationships from, instead of the store.");
    static final Key<String> QUERY = Key.text("query",
            "The Cypher query whose rows are the interactions, instead of the store.");
    private static final Key<Map<String, Object>> PARAMS = Key.map("params", "The parameters of `query`.");
    static final List<Key<?>> KEYS = List.of(GRAPH_NAME, QUERY, PARAMS);

    /** The most levels of lists and maps in a parameter. */
    private static final int MAX_DEPTH = 100;

    private SourceSettings() {}

    static GraphSource of(Config config) {
        Map<String, Object> params = config.get(PARAMS);
        params.forEach((name, value) -> requireStorable(name, value, MAX_DEPTH));
        return new GraphSource(config.get(GRAPH_NAME), config.get(QUERY), params);
    }

    /** Refuses values that JSON cannot keep. The model stores them, because the evaluation reads the graph again. */
    private static void requireStorable(String name, Object value, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException(
                    "params: " + Shown.of(name) + " has lists or maps inside each other " + MAX_DEPTH
                            + " times or more, which is deeper than a model can keep. Flatten it");
        }
        switch (value) {
            case List<?> list -> list.forEach(element -> requireStorable(name, element, depth - 1));
            case Map<?, ?> map -> map.values().forEach(element -> requireStorable(name, element, depth - 1));
            case null, default -> requirePlain(name, value);
        }
    }

    private static void requirePlain(String name, Object value) {
        boolean plain = value == null || value instanceof String || value instanceof Boolean || value instanceof Long
                || (value instanceof Double number && Double.isFinite(number));
        if (!plain) {
            throw new IllegalArgumentException("params: '" + name
                    + "' must be made of texts, finite numbers, true, false, null, lists and maps, which the model can "
                    + "keep, but was " + Shown.of(value) + ". Give a text and convert it in the query, as in datetime($"
                    + name
                    + ")");
        }
    }

    /** True if a call names a source. Null names the store. */
    static boolean isNamed(Map<String, Object> given) {
        return given.containsKey(GRAPH_NAME.name()) || given.containsKey(QUERY.name());
    }
}
