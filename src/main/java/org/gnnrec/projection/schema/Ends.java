package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.Map;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** A label at the start of relationships and one at their end. */
record Ends(String start, String end) {
    private static final int CHECK_EVERY = 1000;

    /** Counts the relationships of the type with these labels at their ends, by reading every one. */
    static Map<Ends, Long> countAll(Transaction tx, RelationshipType type, Cancellation cancellation) {
        Map<Ends, Long> counts = new HashMap<>();
        try (ResourceIterator<Relationship> all = tx.findRelationships(type)) {
            for (long seen = 1; all.hasNext(); seen++) {
                count(all.next(), counts);
                if (seen % CHECK_EVERY == 0) {
                    cancellation.check();
                }
            }
        }
        return counts;
    }

    private static void count(Relationship relationship, Map<Ends, Long> counts) {
        try {
            Iterable<Label> ends = relationship.getEndNode().getLabels();
            for (Label start : relationship.getStartNode().getLabels()) {
                ends.forEach(end -> counts.merge(new Ends(start.name(), end.name()), 1L, Long::sum));
            }
        } catch (NotFoundException e) {
            return; // another transaction deleted it meanwhile: one relationship less
        }
    }
}
