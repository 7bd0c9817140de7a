package org.gnnrec.serving;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * For each item of a user the relationship that weighs most. Of equal ones the first by type name is taken, then the
 * first by element id. There are none if the interactions were rows of a query without types.
 */
final class HeaviestRelationships {
    private static final Comparator<Weighed> ORDER = Comparator.comparingDouble(Weighed::weight).reversed()
            .thenComparing(weighed -> weighed.relationship().getType().name())
            .thenComparing(weighed -> weighed.relationship().getElementId());

    private final Map<Integer, Weighed> byItem = new HashMap<>();

    private HeaviestRelationships() {}

    private record Weighed(double weight, Relationship relationship) {}

    /** The relationships of a user, as the transaction of the node sees them. O(relationships of the user). */
    static HeaviestRelationships of(Node user, UserRows rows) {
        HeaviestRelationships heaviest = new HeaviestRelationships();
        rows.forEachItem(user, heaviest::offer);
        return heaviest;
    }

    private void offer(int item, double weight, Relationship relationship) {
        if (weight > 0) {
            byItem.merge(item, new Weighed(weight, relationship), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
        }
    }

    /** The relationship with this item, null if no relationship shows it. */
    Relationship with(int item) {
        Weighed weighed = byItem.get(item);
        return weighed == null ? null : weighed.relationship();
    }
}
