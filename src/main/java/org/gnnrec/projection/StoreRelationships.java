package org.gnnrec.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.StreamSupport;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The relationships of the store as one transaction sees them. */
public final class StoreRelationships implements RelationshipSource {
    private static final int CHECK_EVERY = 10_000;

    private final Transaction tx;
    private final Weighting weighting;
    private final Cancellation cancellation;

    public StoreRelationships(Transaction tx, Weighting weighting, Cancellation cancellation) {
        this.tx = tx;
        this.weighting = weighting;
        this.cancellation = cancellation;
    }

    @Override
    public Optional<List<String>> types() {
        return Optional.of(StreamSupport.stream(tx.getAllRelationshipTypesInUse().spliterator(), false)
                .map(RelationshipType::name).sorted().toList());
    }

    @Override
    public LongPredicate nodes() {
        return nodeId -> true;
    }

    @Override
    public boolean isWeighted() {
        return weighting.isWeighted();
    }

    @Override
    public void read(InteractionCollectors collectors) {
        collectors.readEach(types().orElseThrow(), this::read);
    }

    private void read(String type, InteractionCollector collector) {
        double typeWeight = weighting.typeWeight(type);
        try (ResourceIterator<Relationship> all = tx.findRelationships(RelationshipType.withName(type))) {
            for (long seen = 1; all.hasNext(); seen++) {
                read(all.next(), typeWeight, collector);
                if (seen % CHECK_EVERY == 0) {
                    cancellation.check();
                }
            }
        }
    }

    /** Reads properties only of relationships that are taken: others may hold anything. */
    private void read(Relationship relationship, double typeWeight, InteractionCollector collector) {
        long pair = collector.pair(NodeIds.start(relationship), NodeIds.end(relationship));
        if (pair != InteractionCollector.NONE) {
            add(pair, relationship, typeWeight, collector);
        }
    }

    private void add(long pair, Relationship relationship, double typeWeight, InteractionCollector collector) {
        double weight;
        double seconds;
        try {
            weight = RelationshipNumbers.weight(relationship, weighting.weightProperty());
            seconds = EpochSeconds.ofProperty(relationship, weighting.timestampProperty());
        } catch (IllegalArgumentException e) {
            throw RelationshipNumbers.refused(relationship, collector.userId(pair), e);
        }
        collector.add(pair, typeWeight, weight, seconds);
    }
}
