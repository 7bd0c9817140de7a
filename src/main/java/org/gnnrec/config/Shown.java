package org.gnnrec.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as messages and pages show them. */
public final class Shown {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 5;
    private static final String LEFT_OUT = "...";

    private Shown() {}

    /** A value in a message, cut to some hundred characters and some levels of lists and maps. Texts are in quotes. */
    public static String of(Object value) {
        return value instanceof String text ? "'" + cut(text) + "'" : cut(plain(value, DEEPEST));
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
            case String text -> cut(text);
            case null, default -> String.valueOf(value);
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + LEFT_OUT;
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
