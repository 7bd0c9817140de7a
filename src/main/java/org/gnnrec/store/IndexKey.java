package org.gnnrec.store;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The size of a value in a range index. Neo4j fails to index a larger one, and to write it where an index is. */
public final class IndexKey {
    /** What a range index of Neo4j takes: a page of 8 KiB without what the page says of itself. */
    public static final int MOST_BYTES = 8_164;
    /** A text in a list has its length before it. */
    private static final int LENGTH_BYTES = 2;

    private IndexKey() {}

    /** The bytes of a canonical text or list of texts; 0 for any other value, of which only very long lists are large. */
    public static long bytes(Object canonical) {
        return switch (canonical) {
            case String text -> ofText(text);
            case List<?> list -> list.stream().filter(String.class::isInstance)
                    .mapToLong(text -> LENGTH_BYTES + ofText((String) text)).sum();
            case null, default -> 0;
        };
    }

    private static long ofText(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
