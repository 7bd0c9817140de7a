package org.gnnrec.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Where relationships come from: the store, a graph of GDS, or the rows of a query. */
public interface RelationshipSource {
    /** The types there are, in a fixed order; empty where only reading tells. */
    Optional<List<String>> types();

    /** Which nodes take part. */
    LongPredicate nodes();

    /** Whether the relationships may weigh other than one. */
    boolean isWeighted();

    /** Hands every relationship to the collector of its type, those of types that have none to nobody. */
    void read(Collectors collectors);
}
