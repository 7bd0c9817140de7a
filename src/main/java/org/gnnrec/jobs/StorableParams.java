package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Shown;

/** The parameters of Cypher that a model keeps, because the graph is read by it again. */
final class StorableParams {
    /** The most levels of lists and maps in a parameter. */
    private static final int MAX_DEPTH = 100;

    private StorableParams() {}

    /** Refuses values that JSON cannot keep. */
    static void require(Map<String, Object> params) {
        params.forEach((name, value) -> require(name, value, MAX_DEPTH));
    }

    private static void require(String name, Object value, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException(
                    "params: " + Shown.of(name) + " has lists or maps inside each other " + MAX_DEPTH
                            + " times or more, which is deeper than a model can keep. Flatten it");
        }
        switch (value) {
            case List<?> list -> list.forEach(element -> require(name, element, depth - 1));
            case Map<?, ?> map -> map.values().forEach(element -> require(name, element, depth - 1));
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
}
