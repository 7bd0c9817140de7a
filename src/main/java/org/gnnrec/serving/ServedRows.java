package org.gnnrec.serving;

import java.util.Optional;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What serving reads of users, beside what a training read of them. */
public final class ServedRows {
    private final TrainedGraph trained;
    private final UserRows rows;

    public ServedRows(TrainedGraph trained) {
        Interactions interactions = trained.interactions();
        this.trained = trained;
        this.rows = new UserRows(trained, new NodeFinder("user", interactions.users(), trained.users()),
                new NodeFinder("item", interactions.items(), trained.items()));
    }

    /** How one user, a dense index, is served otherwise than trained. Empty if alike, or if the user is gone. */
    public Optional<RowDifference> difference(Transaction tx, int user) {
        Node node = node(tx, user);
        if (node == null || rows.areTrained()) {
            return Optional.empty();
        }
        UserRow served = rows.present(tx, node);
        UserRow was = rows.trained(node, user);
        boolean isEqual = was.items().sameEdges(served.items())
                && was.dislikes().withoutWeights().sameEdges(served.dislikes());
        return isEqual || node(tx, user) == null
                ? Optional.empty()
                : Optional.of(RowDifference.of(trained.users().value(user), was, served));
    }

    /** Null if it is gone, which another transaction may bring about at any moment. */
    private Node node(Transaction tx, int user) {
        return NodeIds.find(tx, trained.users().nodes().nodeId(user));
    }

    /** Where serving reads the interactions of a user, in words. */
    public String source() {
        GraphSource source = trained.interactions().source();
        if (rows.areTrained()) {
            return "what users had at training: no relationship shows the rows of a query without types, and new "
                    + "interactions count after the next training";
        }
        return source.isPatterns()
                ? "the graph as it is, by interactions " + trained.interactions().types()
                : "the graph as it is, by relationships of the types " + trained.interactions().types();
    }
}
