package org.gnnrec.serving;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gnnrec.source.Interactions;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.RelationshipNumbers;
import org.gnnrec.store.TypesInUse;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Interactions that are relationships of some types, in either direction. */
final class RelationshipNeighbors implements NeighborReader {
    private final Interactions interactions;
    private final RelationshipType[] types;
    private final NodeFinder users;
    private final NodeFinder items;

    RelationshipNeighbors(Interactions interactions, NodeFinder users, NodeFinder items) {
        this.interactions = interactions;
        this.types = interactions.types().stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);
        this.users = users;
        this.items = items;
    }

    @Override
    public void forEach(Transaction tx, Node node, Ask ask, Consumer<Neighbor> work) {
        NodeFinder others = ask == Ask.USERS ? users : items;
        try (Stream<Relationship> relationships = relationships(node)) {
            relationships.forEach(relationship -> neighbor(node, relationship, others).ifPresent(work));
        }
    }

    private Stream<Relationship> relationships(Node node) {
        try {
            return node.getRelationships(types).stream();
        } catch (NotFoundException e) {
            return Stream.empty(); // another transaction deleted the node meanwhile
        }
    }

    private Optional<Neighbor> neighbor(Node node, Relationship relationship, NodeFinder others) {
        try {
            Node other = relationship.getOtherNode(node);
            int index = others.hasLabel(other) ? others.indexOf(other) : -1;
            return index < 0 ? Optional.empty() : Optional.of(neighbor(node, relationship, other, index));
        } catch (NotFoundException e) {
            return Optional.empty(); // another transaction deleted the relationship meanwhile
        }
    }

    private Neighbor neighbor(Node node, Relationship relationship, Node other, int index) {
        String type = relationship.getType().name();
        try {
            double weight = interactions.weight(type,
                    RelationshipNumbers.weight(relationship, interactions.weighting().weightProperty()),
                    EpochSeconds.ofProperty(relationship, interactions.weighting().timestampProperty()));
            return new Neighbor(other, index, type, weight, new OneStepPath(node, relationship));
        } catch (IllegalArgumentException e) {
            Node user = users.hasLabel(node) ? node : other;
            throw RelationshipNumbers.refused(relationship, IdValue.of(user, interactions.users().idProperty()), e);
        }
    }

    @Override
    public boolean isGone(Transaction tx) {
        return TypesInUse.missing(tx, interactions.types()).size() == types.length;
    }
}
