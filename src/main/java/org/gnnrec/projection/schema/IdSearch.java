package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;

/** Finds the properties that every node read so far has, with another value on each. */
final class IdSearch {
    /** Longer texts are descriptions. */
    private static final int LONGEST_TEXT = 1000;

    private Map<String, Set<Object>> valuesByProperty;

    void add(Node node) {
        if (valuesByProperty == null) {
            Map<String, Set<Object>> first = new HashMap<>();
            node.getPropertyKeys().forEach(property -> {
                if (!property.isBlank()) {
                    first.put(property, new HashSet<>());
                }
            });
            valuesByProperty = first;
        }
        if (!valuesByProperty.isEmpty()) {
            Map<String, Object> values = node.getProperties(valuesByProperty.keySet().toArray(String[]::new));
            valuesByProperty.entrySet()
                    .removeIf(seen -> !isId(values.get(seen.getKey()))
                            || !seen.getValue().add(IdValue.canonical(values.get(seen.getKey()))));
        }
    }

    private static boolean isId(Object value) {
        return value != null && !value.getClass().isArray()
                && !(value instanceof String text && text.length() > LONGEST_TEXT);
    }

    /** The properties that passed, each with whether all its values are texts or whole numbers. */
    Map<String, Boolean> found() {
        Map<String, Boolean> found = new HashMap<>();
        if (valuesByProperty != null) {
            valuesByProperty.forEach((property, values) -> found.put(property,
                    values.stream().allMatch(value -> value instanceof String || value instanceof Long)));
        }
        return found;
    }
}
