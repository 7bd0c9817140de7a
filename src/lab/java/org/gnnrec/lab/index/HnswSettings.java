package org.gnnrec.lab.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of an index: links of a vector, and how many vectors are looked at for them. */
record HnswSettings(long m, long efConstruction) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4}):(\\d{1,4})");

    static HnswSettings parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "hnsw must be like '16:100', m and ef_construction, but was '" + text + "'");
        }
        return new HnswSettings(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}
