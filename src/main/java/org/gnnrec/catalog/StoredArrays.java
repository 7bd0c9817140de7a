package org.gnnrec.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.linalg.NamedArrays;
import org.neo4j.graphdb.Node;

/** The arrays of a version, from its directory and its parts. */
final class StoredArrays {
    private StoredArrays() {}

    /** Reads the arrays of these names, and checks their parts. O(bytes). */
    static NamedArrays read(Node model, Predicate<String> wanted) {
        Map<String, List<Node>> parts = ModelParts.byKind(model);
        NamedArrays arrays = NamedArrays.NONE;
        for (ArrayEntry entry : ModelNode.directory(model)) {
            if (wanted.test(entry.name())) {
                arrays = arrays.with(entry.name(), ModelParts.read(entry, parts.getOrDefault(entry.name(), List.of())));
            }
        }
        return arrays;
    }
}
