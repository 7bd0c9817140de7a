package org.gnnrec.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Where relationships come from: the store, a graph of GDS, or the rows of a query. */
public interface RelationshipSource {
    /** The types there are, in a fixed order; empty if they are known only after reading. */
    Optional<List<String>> types();

    /** Which nodes take part. */
    LongPredicate nodes();

    /** True if some relationships may have another weight than one. */
    boolean isWeighted();

    /** Hands every relationship to the collector of its type, and drops relationships whose type has none. */
    void read(InteractionCollectors collectors);
}
