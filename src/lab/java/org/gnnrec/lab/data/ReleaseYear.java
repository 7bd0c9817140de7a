package org.gnnrec.lab.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year an item came out, as data sets write it. */
final class ReleaseYear {
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})");
    private static final Pattern AT_THE_END = Pattern.compile(".*\\(([0-9]{4})\\)", Pattern.DOTALL);

    private ReleaseYear() {}

    /** The year in a column of its own; null for null and for what is not four digits. */
    static Integer of(String text) {
        return year(YEAR, text);
    }

    /** The year that a title ends in, 1995 of 'Toy Story (1995)'; null for null and where there is none. */
    static Integer ofTitle(String title) {
        return year(AT_THE_END, title);
    }

    private static Integer year(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
