package org.gnnrec.config;

import java.util.function.Function;

/**
 * The values that a key takes.
 *
 * @param values the allowed values in words: 'true or false'
 * @param read gives the value, or null where it is not allowed; it may throw a more telling error of its own
 * @param show gives the value as Cypher shows it, which {@code read} takes back
 * @param <T> what values are read as
 */
public record Kind<T>(String values, Function<Object, T> read, Function<T, Object> show) {
    /** A kind whose values Cypher shows as they are. */
    public Kind(String values, Function<Object, T> read) {
        this(values, read, value -> value);
    }
}
