package org.gnnrec.writeback;

import java.util.List;
import org.gnnrec.source.NodeKind;

/** A vector index that gnnrec makes; it has one label, for Neo4j 5 knows no other. */
public record VectorIndex(String name, String label, String property) {
    /** Those on a property of items: named as the property, and by the label where items have several. */
    public static List<VectorIndex> of(String property, NodeKind items) {
        return items.labels().stream()
                .map(label -> new VectorIndex(items.labels().size() == 1 ? property : property + "_" + label, label,
                        property))
                .toList();
    }
}
