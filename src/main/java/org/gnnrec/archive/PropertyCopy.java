package org.gnnrec.archive;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.source.NodeKind;

/**
 * The place of the copy of a model's embeddings on the nodes. Where a node may be user and item, items have a property
 * of their own.
 *
 * @param property the property of users that holds their embedding
 * @param itemProperty the property of items that holds theirs
 * @param vectorIndex whether items have a vector for an index as well
 * @param isWhole whether every node has its copy
 */
public record PropertyCopy(String property, String itemProperty, boolean vectorIndex, boolean isWhole) {

    private static final String ITEM = "_item";
    private static final String INDEX = "_index";

    /** The copy of a model of these users and items. */
    public static PropertyCopy of(String property, NodeKind users, NodeKind items, boolean vectorIndex,
            boolean isWhole) {
        return new PropertyCopy(property, users.sharesLabel(items) ? property + ITEM : property, vectorIndex, isWhole);
    }

    /** The item property that the vector index reads. */
    public String indexProperty() {
        return indexProperty(property);
    }

    /** The index property beside a property of embeddings. */
    public static String indexProperty(String property) {
        return property + INDEX;
    }

    /** All properties that it writes. */
    public List<String> properties() {
        return Stream.of(property, itemProperty, indexProperty()).distinct().toList();
    }

    /** True if a model that writes to this property would write over this copy. */
    public boolean sharesPropertyWith(String otherProperty) {
        return !Collections.disjoint(properties(), List.of(otherProperty, otherProperty + ITEM, otherProperty + INDEX));
    }
}
