package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gnnrec.store.Suggestion;
import org.gnnrec.training.ConfigValues;

/** A configuration map from Cypher: unknown keys are refused at once, values are typed when they are read. */
public final class ConfigMap {
    private final Map<String, Object> values;

    private ConfigMap(Map<String, Object> values) {
        this.values = values;
    }

    /** Null is an empty map. */
    public static ConfigMap of(Map<String, Object> values, Set<String> keys) {
        if (values == null) {
            return new ConfigMap(Map.of());
        }
        for (String key : values.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("unknown configuration key '" + key + "'"
                        + Suggestion.of(key, keys) + ". Keys: " + String.join(", ", new TreeSet<>(keys)));
            }
        }
        return new ConfigMap(values);
    }

    Map<String, Object> values() {
        return values;
    }

    /** A text that is not blank; the default may be null. */
    public String text(String key, String defaultValue) {
        return switch (values.get(key)) {
            case null -> defaultValue;
            case String text when !text.isBlank() -> text;
            case Object other -> throw ConfigValues.wrongType(key, "a text that is not blank", other);
        };
    }

    /** A list of texts; one text stands for a list of one, nothing for an empty list. */
    public List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case String text -> texts(key, List.of(text));
            case List<?> list -> texts(key, list);
            case Object other -> throw ConfigValues.wrongType(key, "a text or a list of texts", other);
        };
    }

    /** The same; nothing is a list of the default. Each text once. */
    List<String> textsOr(String key, String defaultText) {
        List<String> texts = texts(key).stream().distinct().toList();
        return texts.isEmpty() ? List.of(defaultText) : texts;
    }

    private static List<String> texts(String key, List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text) || text.isBlank()) {
                throw ConfigValues.wrongType(key, "a text or a list of texts that are not blank", list);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** A map with texts as keys; nothing is an empty one. */
    public Map<String, Object> map(String key) {
        Object value = values.getOrDefault(key, Map.of());
        if (!(value instanceof Map<?, ?> map)) {
            throw ConfigValues.wrongType(key, "a map", value);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, element) -> copy.put((String) name, element));
        return copy;
    }

    boolean bool(String key, boolean defaultValue) {
        return new ConfigValues(values).bool(key, defaultValue);
    }

    /** A whole number in [low, high]; 20.0 is 20. */
    public long integer(String key, long defaultValue, long low, long high) {
        return values.get(key) == null ? defaultValue : requireInteger(key, values.get(key), low, high);
    }

    /** How many threads: {@code concurrency} [processors, at most 4]. */
    public int concurrency() {
        return (int) integer("concurrency", Math.min(4, Runtime.getRuntime().availableProcessors()), 1, 64);
    }

    public static long requireInteger(String key, Object value, long low, long high) {
        boolean whole = value instanceof Long || value instanceof Double number && number == Math.rint(number)
                && Math.abs(number) < 0x1p63;
        long integer = whole ? ((Number) value).longValue() : low - 1;
        if (integer < low || integer > high) {
            throw ConfigValues.wrongType(key, "a whole number in [" + low + ", " + high + "]", value);
        }
        return integer;
    }
}
