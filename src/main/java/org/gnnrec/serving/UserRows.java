package org.gnnrec.serving;

import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.serving.NeighborReader.Ask;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads what users have now, by the definition of the training. If its interactions were rows of a query without types,
 * no relationship shows them, and users have what they had at training.
 */
final class UserRows {
    private final TrainedGraph trained;
    private final NodeFinder users;
    private final NodeFinder items;
    private final NeighborReader neighbors;

    UserRows(TrainedGraph trained, NodeFinder users, NodeFinder items) {
        this.trained = trained;
        this.users = users;
        this.items = items;
        this.neighbors = neighbors(trained.interactions());
    }

    private NeighborReader neighbors(Interactions interactions) {
        GraphSource source = interactions.source();
        if (source.isPatterns()) {
            return new PatternNeighbors(interactions, users, items);
        }
        return interactions.types().isEmpty()
                ? new NoNeighbors()
                : new RelationshipNeighbors(interactions, users, items);
    }

    /** True if users have what they had at training, whatever the graph shows. */
    boolean areTrained() {
        return neighbors instanceof NoNeighbors;
    }

    /** The row as the transaction sees it. The dense index is negative if the model has none. */
    UserRow read(Transaction tx, Node node, int user) {
        if (areTrained()) {
            return trained(node, user);
        }
        UserRow now = present(tx, node);
        return now.isEmpty() && had(user) && neighbors.isGone(tx) ? trained(node, user, true) : now;
    }

    private boolean had(int user) {
        return user >= 0 && trained.rows().degree(user) > 0;
    }

    /** What the graph shows, whatever is left of it. */
    UserRow present(Transaction tx, Node node) {
        CsrBuilder interactions = row(trained.rows().isWeighted());
        CsrBuilder dislikes = row(false);
        neighbors.forEach(tx, node, Ask.ITEMS, neighbor -> {
            if (neighbor.weight() > 0) {
                interactions.add(0, neighbor.index(), (float) neighbor.weight());
            } else {
                dislikes.add(0, neighbor.index());
            }
        });
        return new UserRow(interactions.build(), dislikes.build(), self(node), false);
    }

    /** What the user had at training. */
    UserRow trained(Node node, int user) {
        return trained(node, user, false);
    }

    private UserRow trained(Node node, int user, boolean isStale) {
        return new UserRow(trained(trained.rows(), user), trained(trained.dislikes(), user), self(node), isStale);
    }

    /** The item that the user is, or -1. */
    private int self(Node node) {
        return trained.interactions().sharesLabel() && items.hasLabel(node) ? items.indexOf(node) : -1;
    }

    /** The users of an item that the model knows, as the transaction sees them: one row over all users. */
    CsrGraph usersOf(Transaction tx, Node item) {
        CsrBuilder row = new CsrBuilder(1, trained.users().size(), trained.rows().isWeighted());
        neighbors.forEach(tx, item, Ask.USERS, neighbor -> {
            if (neighbor.weight() > 0) {
                row.add(0, neighbor.index(), (float) neighbor.weight());
            }
        });
        return row.build();
    }

    /** For each item of a user the interaction that weighs most, with its path. */
    HeaviestInteractions heaviest(Transaction tx, Node user) {
        return HeaviestInteractions.of(tx, user, neighbors);
    }

    private CsrGraph trained(CsrGraph rows, int user) {
        return user < 0 ? row(false).build() : rows.row(user);
    }

    private CsrBuilder row(boolean weighted) {
        return new CsrBuilder(1, trained.items().size(), weighted);
    }
}
