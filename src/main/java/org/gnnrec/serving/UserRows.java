package org.gnnrec.serving;

import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * Reads what users have now, with the relationship types and the weighting of the model's training. If its interactions
 * were rows of a query without types, no relationship shows them, and users have what they had at training.
 */
final class UserRows {
    private final ServedModel model;
    private final NodeFinder items;
    private final Weighting weighting;
    private final RelationshipType[] types;

    UserRows(ServedModel model, NodeFinder items) {
        this.model = model;
        this.items = items;
        this.weighting = model.info().interactions().weighting();
        this.types = model.info().relationshipTypes().stream().map(RelationshipType::withName).toArray(
                RelationshipType[]::new);
    }

    /** The row as the transaction of the node sees it. The dense index is negative if the model has none. */
    UserRow read(Node node, int user) {
        if (types.length == 0) {
            return new UserRow(trained(model.rows(), user), trained(model.dislikes(), user));
        }
        CsrBuilder interactions = row(model.rows().isWeighted());
        CsrBuilder dislikes = row(false);
        forEach(node, items, (item, weight, relationship) -> {
            if (weight > 0) {
                interactions.add(0, item, (float) weight);
            } else {
                dislikes.add(0, item);
            }
        });
        return new UserRow(interactions.build(), dislikes.build());
    }

    /** The users of an item that the model knows, as the transaction of the item sees them: one row over all users. */
    CsrGraph usersOf(Node item, NodeFinder users) {
        CsrBuilder row = new CsrBuilder(1, model.users().size(), model.rows().isWeighted());
        forEach(item, users, (user, weight, relationship) -> {
            if (weight > 0) {
                row.add(0, user, (float) weight);
            }
        });
        return row.build();
    }

    /** The relationships of a user with items that the model knows; a weight of zero or less is a dislike. */
    void forEachItem(Node user, Neighbor work) {
        forEach(user, items, work);
    }

    /** Takes one relationship with a node of the other side, which has this index in the model. */
    interface Neighbor {
        void take(int index, double weight, Relationship relationship);
    }

    /** Does nothing if the interactions were rows of a query without types: no relationship shows them. */
    private void forEach(Node node, NodeFinder others, Neighbor work) {
        if (types.length == 0) {
            return;
        }
        for (Relationship relationship : node.getRelationships(types)) {
            Node other = relationship.getOtherNode(node);
            int index = others.hasLabel(other) ? others.indexOf(other) : -1;
            if (index >= 0) {
                work.take(index, weight(relationship), relationship);
            }
        }
    }

    private double weight(Relationship relationship) {
        double product = Weighting.product(weighting.typeWeight(relationship.getType().name()),
                RelationshipNumbers.weight(relationship, weighting.weightProperty()));
        return product <= 0
                ? product
                : product * model.info().interactions().decay().factor(
                        EpochSeconds.ofProperty(relationship, weighting.timestampProperty()));
    }

    private CsrGraph trained(CsrGraph rows, int user) {
        return user < 0 ? row(false).build() : rows.row(user);
    }

    private CsrBuilder row(boolean weighted) {
        return new CsrBuilder(1, model.items().size(), weighted);
    }
}
