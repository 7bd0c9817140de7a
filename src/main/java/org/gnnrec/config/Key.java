package org.gnnrec.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One key of a configuration map, declared once: errors, defaults, results and the tables of the documentation follow
 * from it. Two keys of one name are the same key, perhaps with another default. Immutable.
 *
 * @param <T> what a value is read as
 */
public final class Key<T> {
    private final String name;
    private final Kind<T> kind;
    private final T usual;
    private final String usualInWords;
    private final String sentence;

    private Key(String name, Kind<T> kind, T usual, String usualInWords, String sentence) {
        this.name = name;
        this.kind = kind;
        this.usual = usual;
        this.usualInWords = usualInWords;
        this.sentence = sentence;
    }

    /**
     * A key without a default.
     *
     * @param sentence what it means, in one sentence
     */
    public static <T> Key<T> of(String name, Kind<T> kind, String sentence) {
        return new Key<>(name, kind, null, "none", sentence);
    }

    /** A whole number of these bounds. */
    public static Key<Integer> integer(String name, int low, int high, String sentence) {
        return of(name, Kinds.integer(low, high), sentence);
    }

    /** A number of these bounds. */
    public static Key<Double> number(String name, double low, double high, String sentence) {
        return of(name, Kinds.number(low, high), sentence);
    }

    /** True or false. */
    public static Key<Boolean> bool(String name, String sentence) {
        return of(name, Kinds.BOOL, sentence);
    }

    /** A text that is not blank. */
    public static Key<String> text(String name, String sentence) {
        return of(name, Kinds.TEXT, sentence);
    }

    /** A list of texts. One text is a list of one. The default is the empty list. */
    public static Key<List<String>> texts(String name, String sentence) {
        return of(name, Kinds.TEXTS, sentence).usually(List.of());
    }

    /** A map with texts as keys; empty where it is not given. */
    public static Key<Map<String, Object>> map(String name, String sentence) {
        return of(name, Kinds.MAP, sentence).usually(Map.of());
    }

    /** One of the constants, by its name in camel case, which is read in any case: DARK_BLUE is 'darkBlue'. */
    public static <E extends Enum<E>> Key<E> oneOf(String name, List<E> constants, String sentence) {
        return of(name, Kinds.oneOf(constants), sentence);
    }

    /** This key with a default. */
    public Key<T> usually(T value) {
        return new Key<>(name, kind, value, null, sentence);
    }

    /** This key with a default that depends on something else, in words for the documentation. */
    public Key<T> usually(T value, String inWords) {
        return new Key<>(name, kind, value, inWords, sentence);
    }

    /** This key without a default. The words name what decides where it is not given. */
    public Key<T> open(String inWords) {
        return new Key<>(name, kind, null, inWords, sentence);
    }

    public String name() {
        return name;
    }

    /** The default, or null. */
    public T usual() {
        return usual;
    }

    /** What the documentation shows as the default: the value, or words where it depends on something else. */
    public String usualInWords() {
        return usualInWords != null ? usualInWords : Shown.code(show(usual));
    }

    /** The values that are allowed, in words: 'a whole number in [1, 10]'. */
    public String values() {
        return kind.values();
    }

    public String sentence() {
        return sentence;
    }

    /**
     * The value of an argument or a map entry that is not null.
     *
     * @throws IllegalArgumentException with key, allowed values and value, where the value is not allowed
     */
    public T read(Object value) {
        T read = value == null ? null : kind.read().apply(value);
        if (read == null) {
            throw refused(value);
        }
        return read;
    }

    private IllegalArgumentException refused(Object value) {
        return new IllegalArgumentException(name + " must be " + kind.values() + " but was " + Shown.of(value));
    }

    /** True where {@link #read} takes the value. */
    public boolean takes(Object value) {
        try {
            return kind.read().apply(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A value as Cypher shows it, which {@link #read} takes back; null for null. */
    @SuppressWarnings("unchecked")
    Object show(Object value) {
        return value == null ? null : kind.show().apply((T) value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key<?> key && key.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
