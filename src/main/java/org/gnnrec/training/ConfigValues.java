package org.gnnrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /** One of the constants, by its name in any case. */
    <E extends Enum<E>> E oneOf(String key, E[] constants, E defaultValue) {
        Object value = values.get(key);
        if (value == null) {
            return defaultValue;
        }
        for (E constant : constants) {
            if (value instanceof String text && constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw wrongType(key, listed(constants), value);
    }

    /** 'a', 'b' or 'c'. */
    private static String listed(Enum<?>[] constants) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> "'" + constant.name().toLowerCase(Locale.ROOT) + "'").toList();
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    List<Integer> integersOrNull(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> new ConfigValues(Map.of(key, element)).integerOrNull(key)).toList();
        }
        throw wrongType(key, "a list of integers", value);
    }

    /** The error for a value that is not what the key wants. */
    public static IllegalArgumentException wrongType(String key, String wanted, Object value) {
        String shown = value instanceof String ? "'" + value + "'" : String.valueOf(value);
        return new IllegalArgumentException(key + " must be " + wanted + " but was " + shown);
    }
}
