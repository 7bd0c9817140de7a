package org.gnnrec.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of values that several keys take. JavaScript drivers send 42 as 42.0: it is a whole number everywhere. */
public final class Kinds {
    static final Kind<Boolean> BOOL = new Kind<>("true or false", value -> value instanceof Boolean bool ? bool : null);
    static final Kind<String> TEXT = new Kind<>("a text that is not blank", Kinds::text);
    static final Kind<List<String>> TEXTS = new Kind<>("a text or a list of texts that are not blank", Kinds::texts);
    /** Different texts, at least one; one text is shown without a list. */
    public static final Kind<List<String>> ONE_OR_MORE = new Kind<>(TEXTS.values(), Kinds::oneOrMore,
            texts -> texts.size() == 1 ? texts.getFirst() : texts);
    /** A text that is not blank and has no white space around it, as GDS wants names. */
    public static final Kind<String> STRIPPED = new Kind<>("a text without white space around it",
            value -> text(value) != null && text(value).equals(text(value).strip()) ? text(value) : null);
    static final Kind<Map<String, Object>> MAP = new Kind<>("a map", Kinds::map);

    private Kinds() {}

    private static String text(Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<String> texts(Object value) {
        return elements(value instanceof List<?> list ? list : List.of(value), Kinds::text);
    }

    private static List<String> oneOrMore(Object value) {
        List<String> texts = texts(value);
        return texts == null || texts.isEmpty() ? null : texts.stream().distinct().toList();
    }

    /** The read elements, or null where one is not allowed. */
    private static <T> List<T> elements(List<?> list, Function<Object, T> read) {
        List<T> elements = new ArrayList<>();
        list.forEach(element -> elements.add(read.apply(element)));
        return elements.contains(null) ? null : List.copyOf(elements);
    }

    private static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, element) -> copy.put((String) name, element));
        return Collections.unmodifiableMap(copy);
    }

    /** Whole numbers from low to high, both included. */
    public static Kind<Long> whole(long low, long high) {
        return new Kind<>("a whole number" + range(low, high), value -> whole(value, low, high));
    }

    private static String range(long low, long high) {
        if (high == Long.MAX_VALUE) {
            return low == Long.MIN_VALUE ? "" : " of at least " + low;
        }
        return " in [" + low + ", " + high + "]";
    }

    private static Long whole(Object value, long low, long high) {
        Long whole = switch (value) {
            case Long number -> number;
            case Integer number -> (Long) number.longValue();
            case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p63 ->
                (Long) number.longValue();
            case null, default -> null;
        };
        return whole == null || whole < low || whole > high ? null : whole;
    }

    static Kind<Integer> integer(int low, int high) {
        return new Kind<>(whole(low, high).values(), value -> integer(value, low, high), Integer::longValue);
    }

    private static Integer integer(Object value, int low, int high) {
        Long whole = whole(value, low, high);
        return whole == null ? null : (Integer) Math.toIntExact(whole);
    }

    /** At most so many whole numbers of these bounds. */
    public static Kind<List<Integer>> integers(int most, int low, int high) {
        return new Kind<>("at most " + most + " whole numbers in [" + low + ", " + high + "]",
                value -> value instanceof List<?> list && list.size() <= most
                        ? elements(list, element -> integer(element, low, high))
                        : null,
                list -> list.stream().map(Integer::longValue).toList());
    }

    static Kind<Double> number(double low, double high) {
        return new Kind<>("a number in [" + Shown.number(low) + ", " + Shown.number(high) + "]", value -> {
            double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
            return number >= low && number <= high ? number : null;
        });
    }

    static <E extends Enum<E>> Kind<E> oneOf(List<E> constants) {
        return named(constants, constant -> inCamelCase(constant.name()));
    }

    private static String inCamelCase(String constant) {
        return Pattern.compile("_(.)").matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** One of some things, by its name in any case. */
    public static <T> Kind<T> named(List<T> things, Function<T, String> name) {
        return new Kind<>(Shown.alternatives(things.stream().map(name).toList()),
                value -> things.stream()
                        .filter(thing -> value instanceof String text && name.apply(thing).equalsIgnoreCase(text))
                        .findFirst().orElse(null),
                name::apply);
    }
}
