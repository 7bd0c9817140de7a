package org.gnnrec.projection;

import java.util.List;
import java.util.function.LongPredicate;

/** Where relationships come from: the store, or a graph of GDS. */
public interface RelationshipSource {
    /** The types there are, in a fixed order. */
    List<String> types();

    /** Which nodes take part. */
    LongPredicate nodes();

    /** Hands every relationship of this type to the collector; returns how many it took. */
    long collect(String type, InteractionCollector collector);
}
