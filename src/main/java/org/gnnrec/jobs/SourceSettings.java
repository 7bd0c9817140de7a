package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gnnrec.source.GraphSource;

/** The keys of {@code gnnrec.train} that say where the relationships are read, and back. */
final class SourceSettings {
    static final Set<String> KEYS = Set.of("graphName", "query", "params");

    private SourceSettings() {}

    static GraphSource of(ConfigMap map) {
        Map<String, Object> params = map.map("params");
        params.forEach(SourceSettings::requireStorable);
        return new GraphSource(map.text("graphName", null), map.text("query", null), params);
    }

    /** The model keeps them as JSON, for the evaluation reads the graph again. */
    private static void requireStorable(String name, Object value) {
        switch (value) {
            case null -> {
            }
            case String text -> {
            }
            case Boolean flag -> {
            }
            case Long integer -> {
            }
            case Double number when Double.isFinite(number) -> {
            }
            case List<?> list -> list.forEach(element -> requireStorable(name, element));
            case Map<?, ?> map -> map.values().forEach(element -> requireStorable(name, element));
            default -> throw new IllegalArgumentException("params: '" + name
                    + "' must be made of texts, finite numbers, true, false, null, lists and maps, which the model can "
                    + "keep, but was " + value + ". Give a text and convert it in the query, as in datetime($" + name
                    + ")");
        }
    }

    /** As {@link #of} reads them. */
    static Map<String, Object> toMap(GraphSource source) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("graphName", source.graphName());
        map.put("query", source.query());
        map.put("params", source.params());
        return map;
    }
}
