package org.gnnrec.projection;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.StreamSupport;

import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The relationships of the store as one transaction sees them. */
final class StoreRelationships implements RelationshipSource {
    private static final int CHECK_EVERY = 10_000;

    private final Transaction tx;
    private final Runnable cancellation;

    StoreRelationships(Transaction tx, Runnable cancellation) {
        this.tx = tx;
        this.cancellation = cancellation;
    }

    @Override
    public List<String> types() {
        return StreamSupport.stream(tx.getAllRelationshipTypesInUse().spliterator(), false)
                .map(RelationshipType::name).sorted().toList();
    }

    @Override
    public LongPredicate nodes() {
        return nodeId -> true;
    }

    @Override
    public long collect(String type, InteractionCollector collector) {
        long taken = 0;
        try (ResourceIterator<Relationship> all = tx.findRelationships(RelationshipType.withName(type))) {
            for (long seen = 1; all.hasNext(); seen++) {
                Relationship relationship = all.next();
                taken += collector.add(NodeIds.start(relationship), NodeIds.end(relationship)) ? 1 : 0;
                if (seen % CHECK_EVERY == 0) {
                    cancellation.run();
                }
            }
        }
        return taken;
    }
}
