package org.gnnrec.training;

import java.util.Map;
import java.util.Objects;

/** Reads typed values out of a map from Cypher; the errors name the key, the value and what was wanted. */
public final class ConfigValues {
    private final Map<String, Object> values;

    public ConfigValues(Map<String, Object> values) {
        this.values = values;
    }

    int integer(String key, int defaultValue) {
        return Objects.requireNonNullElse(integerOrNull(key), defaultValue);
    }

    Integer integerOrNull(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        long integer = wholeNumber(key, value);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer));
    }

    long longInteger(String key, long defaultValue) {
        Object value = values.get(key);
        return value == null ? defaultValue : wholeNumber(key, value);
    }

    /** JavaScript drivers send 42 as 42.0, so a float without a fraction is an integer. */
    private static long wholeNumber(String key, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53) {
            return number.longValue();
        }
        throw wrongType(key, "an integer", value);
    }

    double number(String key, double defaultValue) {
        return Objects.requireNonNullElse(numberOrNull(key), defaultValue);
    }

    Double numberOrNull(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongType(key, "a number", value);
    }

    public boolean bool(String key, boolean defaultValue) {
        return Objects.requireNonNullElse(boolOrNull(key), defaultValue);
    }

    Boolean boolOrNull(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw wrongType(key, "true or false", value);
    }

    Loss loss(String key, Loss defaultValue) {
        Object value = values.get(key);
        if (value == null) {
            return defaultValue;
        }
        for (Loss loss : Loss.values()) {
            if (value instanceof String text && loss.key().equalsIgnoreCase(text)) {
                return loss;
            }
        }
        throw wrongType(key, "'softmax' or 'bpr'", value);
    }

    /** The error for a value that is not what the key wants. */
    public static IllegalArgumentException wrongType(String key, String wanted, Object value) {
        String shown = value instanceof String ? "'" + value + "'" : String.valueOf(value);
        return new IllegalArgumentException(key + " must be " + wanted + " but was " + shown);
    }
}
