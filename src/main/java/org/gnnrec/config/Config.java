package org.gnnrec.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checked values of declared keys. A key that is not given, or given as null, has its default. Immutable. Equal where
 * keys and values are equal.
 */
public final class Config {
    private final Map<String, Key<?>> keys;
    private final Map<String, Object> values;

    private Config(Map<String, Key<?>> keys, Map<String, Object> values) {
        this.keys = keys;
        this.values = values;
    }

    /**
     * Reads a map from Cypher; null is an empty one.
     *
     * @throws IllegalArgumentException where a key is unknown, with the nearest and all known keys, or a value is not
     *        allowed
     */
    public static Config read(Map<String, Object> given, Collection<? extends Key<?>> keys) {
        Map<String, Object> map = given == null ? Map.of() : given;
        requireKnown(map, keys);
        return pick(map, keys);
    }

    /** Reads these keys of a map and ignores its other keys. */
    public static Config pick(Map<String, Object> given, Collection<? extends Key<?>> keys) {
        Map<String, Key<?>> byName = new LinkedHashMap<>();
        Map<String, Object> values = new HashMap<>();
        for (Key<?> key : keys) {
            byName.put(key.name(), key);
            Object value = given.get(key.name());
            if (value != null) {
                values.put(key.name(), key.read(value));
            }
        }
        return new Config(byName, values);
    }

    /** Refuses a map with another key than these. */
    public static void requireKnown(Map<String, Object> given, Collection<? extends Key<?>> keys) {
        List<String> names = keys.stream().map(Key::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("unknown configuration key " + Shown.of(name)
                        + Suggestion.of(name, names) + ". Keys: " + String.join(", ", new TreeSet<>(names)));
            }
        }
    }

    /** The value, or the default that this configuration declares for the key; null where there is neither. */
    @SuppressWarnings("unchecked")
    public <T> T get(Key<T> key) {
        Object value = values.get(key.name());
        return value != null ? (T) value : ((Key<T>) keys.getOrDefault(key.name(), key)).usual();
    }

    /**
     * The value or the default.
     *
     * @throws IllegalArgumentException where there is neither
     */
    public <T> T require(Key<T> key) {
        T value = get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " must be " + key.values() + " but is left open");
        }
        return value;
    }

    /** True if the key has a value of its own. */
    public boolean has(Key<?> key) {
        return values.containsKey(key.name());
    }

    /** True if this configuration declares the key. */
    public boolean declares(Key<?> key) {
        return keys.containsKey(key.name());
    }

    /** This configuration with another value of a key that it declares. Null removes the value. */
    public <T> Config with(Key<T> key, T value) {
        if (!declares(key)) {
            throw new IllegalArgumentException(key + " is no key of this configuration: " + keys.keySet());
        }
        Map<String, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(key.name());
        } else {
            changed.put(key.name(), value);
        }
        return new Config(keys, changed);
    }

    /** This configuration, with the value where the key has neither a value nor a default. */
    public <T> Config fill(Key<T> key, T value) {
        return declares(key) && get(key) == null ? with(key, value) : this;
    }

    /** Every key with its value or default, as Cypher shows it; {@link #read} takes it back. */
    public Map<String, Object> toMap() {
        return toMap(keys.values());
    }

    /** Some keys with their values or defaults, as Cypher shows them. */
    public Map<String, Object> toMap(Collection<Key<?>> some) {
        Map<String, Object> map = new LinkedHashMap<>();
        some.forEach(key -> map.put(key.name(), key.show(get(key))));
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Config config && config.toMap().equals(toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return keys.values().stream().map(key -> key.name() + ": " + get(key)).collect(Collectors.joining(", "));
    }
}
