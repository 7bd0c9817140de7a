package org.gnnrec.serving;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gnnrec.serving.NeighborReader.Ask;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * For each item of a user the interaction that weighs most. Of equal ones the first by type is taken, then the first by
 * the element ids of its path. There are none if the interactions were rows of a query without types.
 */
final class HeaviestInteractions {
    private static final Comparator<Neighbor> ORDER = Comparator.comparingDouble(Neighbor::weight).reversed()
            .thenComparing(Neighbor::type).thenComparing(HeaviestInteractions::elementIds);

    private final Map<Integer, Neighbor> byItem = new HashMap<>();

    private HeaviestInteractions() {}

    private static String elementIds(Neighbor neighbor) {
        return StreamSupport.stream(neighbor.path().relationships().spliterator(), false).map(Entity::getElementId)
                .collect(Collectors.joining(" "));
    }

    /** The interactions of a user, as the transaction sees them. O(interactions of the user). */
    static HeaviestInteractions of(Transaction tx, Node user, NeighborReader reader) {
        HeaviestInteractions heaviest = new HeaviestInteractions();
        reader.forEach(tx, user, Ask.ITEMS_WITH_PATHS, heaviest::offer);
        return heaviest;
    }

    private void offer(Neighbor neighbor) {
        if (neighbor.weight() > 0) {
            byItem.merge(neighbor.index(), neighbor, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
        }
    }

    /** The interaction with this item; null if the graph does not show it. */
    Neighbor with(int item) {
        return byItem.get(item);
    }
}
