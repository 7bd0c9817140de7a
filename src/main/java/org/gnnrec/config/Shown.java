package org.gnnrec.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values as messages and pages show them. */
public final class Shown {
    private Shown() {}

    /** A value in a message. Texts are in quotes. */
    public static String of(Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
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
