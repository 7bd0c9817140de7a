package org.gnnrec.writeback;

import java.util.List;
import org.gnnrec.source.NodeKind;

/** A vector index that gnnrec makes. It has one label, because Neo4j 5 allows no more. */
public record VectorIndex(String name, String label, String property) {
    /** The indexes on a property of items, named as the property, with the label if items have several. */
    public static List<VectorIndex> of(String property, NodeKind items) {
        return items.labels().stream()
                .map(label -> new VectorIndex(items.labels().size() == 1 ? property : property + "_" + label, label,
                        property))
                .toList();
    }
}
