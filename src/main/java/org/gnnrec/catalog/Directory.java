package org.gnnrec.catalog;

import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ArrayEntry;
import org.neo4j.graphdb.Node;

/** The directory of a model's arrays, on its node. */
final class Directory {
    private static final String KEY = "arrays";

    private Directory() {}

    static void write(List<ArrayEntry> entries, Node model) {
        model.setProperty(KEY, Json.write(Map.of(KEY, entries.stream().map(ArrayEntry::toMap).toList())));
    }

    static List<ArrayEntry> read(Node model) {
        List<?> entries = (List<?>) Json.read((String) model.getProperty(KEY)).get(KEY);
        return entries.stream().map(entry -> ArrayEntry.of((Map<?, ?>) entry)).toList();
    }
}
