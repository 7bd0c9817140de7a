package org.gnnrec.store;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The relationship types that gnnrec writes itself: those of {@link OwnNames}, and those under any name whose
 * relationships carry the mark of written recommendations. They are interactions only if they are named.
 */
public final class OwnTypes {
    private static final Set<String> MARK = Set.of("score", "rank", "modelVersion");
    private static final int FIRST = 10;

    private OwnTypes() {}

    /** All of them in this database. Reads the first {@value #FIRST} relationships of each type in use. */
    public static Set<String> in(Transaction tx) {
        Set<String> own = StreamSupport.stream(tx.getAllRelationshipTypesInUse().spliterator(), false)
                .filter(type -> isMarked(tx, type)).map(RelationshipType::name).collect(Collectors.toSet());
        own.addAll(OwnNames.TYPES);
        return own;
    }

    /** True if the type has relationships, and each of the first ones has all properties of the mark. */
    private static boolean isMarked(Transaction tx, RelationshipType type) {
        try (ResourceIterator<Relationship> all = tx.findRelationships(type)) {
            int marked = 0;
            while (marked < FIRST && all.hasNext()) {
                if (!isMarked(all.next())) {
                    return false;
                }
                marked++;
            }
            return marked > 0;
        }
    }

    /** A relationship that another transaction has deleted meanwhile has no mark. */
    private static boolean isMarked(Relationship relationship) {
        try {
            return relationship.getAllProperties().keySet().containsAll(MARK);
        } catch (NotFoundException e) {
            return false;
        }
    }
}
