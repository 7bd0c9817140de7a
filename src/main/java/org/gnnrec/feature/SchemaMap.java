package org.gnnrec.feature;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Shown;

/**
 * A map of a written schema, whose values may be missing or of any type. Each reader gives the value of a key.
 *
 * @param name of the schema or the property, for errors
 */
record SchemaMap(String name, Map<?, ?> map) {
    /** @throws IllegalArgumentException where it is no map */
    static SchemaMap of(String name, Object value) {
        return new SchemaMap(name, cast(name, value, Map.class));
    }

    Object get(String key) {
        return map.get(key);
    }

    String text(String key) {
        return cast(shown(key), get(key), String.class);
    }

    /** A list without null. */
    <T> List<T> list(String key, Class<T> type) {
        return cast(shown(key), get(key), List.class).stream().map(element -> cast(shown(key), element, type)).toList();
    }

    /** A whole number from low to high, both included. */
    long whole(String key, long low, long high) {
        long number = cast(shown(key), get(key), Long.class);
        if (number < low || number > high) {
            throw refused(key, number, "a whole number in [" + low + ", " + high + "]");
        }
        return number;
    }

    /** A number that is not beyond those of features either way. */
    double number(String key) {
        double number = cast(shown(key), get(key), Number.class).doubleValue();
        if (!Scaling.isUsable(number)) {
            throw refused(key, number, "a number between -1e100 and 1e100");
        }
        return number;
    }

    /** What numbers are divided by: zero or more, and finite. */
    double scale(String key) {
        double number = cast(shown(key), get(key), Number.class).doubleValue();
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw refused(key, number, "a finite number of at least 0");
        }
        return number;
    }

    /** An error that names the key, the value and what is allowed. */
    IllegalArgumentException refused(String key, Object value, String allowed) {
        return new IllegalArgumentException(shown(key) + " must be " + allowed + " but is " + Shown.of(value));
    }

    private String shown(String key) {
        return "'" + key + "' of " + name;
    }

    private static <T> T cast(String what, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    what + " must be a " + type.getSimpleName() + " but is " + Shown.of(value));
        }
        return type.cast(value);
    }
}
