package org.gnnrec.config;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as messages and pages show them. */
public final class Shown {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 5;
    private static final String LEFT_OUT = "...";
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 40;

    private Shown() {}

    /**
     * A value in a message, cut to some hundred characters and some levels of lists and maps. Texts are in quotes, so
     * that the text '42' and the number 42 differ. An array is shown as a list.
     */
    public static String of(Object value) {
        return value instanceof String text ? quoted(text) : cut(plain(value, DEEPEST));
    }

    private static String plain(Object value, int depth) {
        return switch (value) {
            case Collection<?> list -> depth == 0
                    ? LEFT_OUT
                    : list.stream().limit(LONGEST).map(element -> plain(element, depth - 1))
                            .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> depth == 0
                    ? LEFT_OUT
                    : map.entrySet().stream().limit(LONGEST)
                            .map(entry -> cut(entry.getKey().toString()) + "=" + plain(entry.getValue(), depth - 1))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Object array when array.getClass().isArray() -> plain(elements(array), depth);
            case String text -> quoted(text);
            case Character letter -> quoted(letter.toString());
            case null, default -> String.valueOf(value);
        };
    }

    private static List<Object> elements(Object array) {
        return IntStream.range(0, Math.min(LONGEST, Array.getLength(array))).mapToObj(i -> Array.get(array, i))
                .toList();
    }

    private static String quoted(String text) {
        return "'" + cut(text) + "'";
    }

    /** Names of labels, types or properties: the first ten, each cut to some forty characters, and how many more. */
    public static String names(Collection<String> names) {
        String more = names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.stream().limit(MOST_NAMES).map(Shown::name)
                .collect(Collectors.joining(", ", "[", more + "]"));
    }

    /** A name of a label, type or property without quotes, cut to some forty characters. */
    public static String name(String name) {
        return cut(name, LONGEST_NAME);
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    /** Breaks of lines are shown as what they are in Cypher, so that a message stays one line. */
    private static String cut(String text, int longest) {
        String shown = text.substring(0, Math.min(longest + 1, text.length())).replace("\n", "\\n").replace("\r",
                "\\r");
        return shown.length() <= longest ? shown : shown.substring(0, longest) + LEFT_OUT;
    }

    /** {@code "'a', 'b' or 'c'"}. */
    public static String alternatives(List<String> names) {
        List<String> quoted = names.stream().map(Shown::of).toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.getFirst() : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    /** A number without an exponent. */
    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A value on a page, in back quotes. Nothing is shown as none. */
    static String code(Object value) {
        return switch (value) {
            case null -> "none";
            case Collection<?> list when list.isEmpty() -> "none";
            case Map<?, ?> map when map.isEmpty() -> "none";
            case Double number -> "`" + number(number) + "`";
            default -> "`" + of(value) + "`";
        };
    }
}
