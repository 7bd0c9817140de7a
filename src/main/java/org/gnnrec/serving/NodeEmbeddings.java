package org.gnnrec.serving;

import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Shown;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.UserInput;
import org.gnnrec.source.NodeKind;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.Labels;
import org.gnnrec.store.NodeProperties;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The embeddings of one model, on the rows of the training and on the rows that a transaction sees. Thread-safe. */
public final class NodeEmbeddings {
    private final ServedModel model;
    private final NodeFinder users;
    private final NodeFinder items;
    private final UserRows rows;
    private final FoldIn foldIn;

    NodeEmbeddings(ServedModel model, NodeFinder users, NodeFinder items, UserRows rows, FoldIn foldIn) {
        this.model = model;
        this.users = users;
        this.items = items;
        this.rows = rows;
        this.foldIn = foldIn;
    }

    /** The embeddings of all users on the rows of the training: those of the model, to rounding. O(edges * d). */
    public DenseMatrix trainedUsers() {
        DenseMatrix embeddings = DenseMatrix.zeros(model.users().size(), model.dimension());
        for (int user = 0; user < embeddings.rows(); user++) {
            System.arraycopy(trainedUser(user), 0, embeddings.data(), embeddings.offset(user), embeddings.cols());
        }
        return embeddings;
    }

    /**
     * The embedding of a node on the rows of the training; null for a node that the model does not know on that side.
     *
     * @param of null for the side whose label the node has; of both the item
     */
    public float[] trained(Node node, Side of) {
        if (of != Side.USER && items.hasLabel(node)) {
            int item = items.indexOf(node);
            return item < 0 ? null : model.itemEmbeddings().row(item);
        }
        int user = of != Side.ITEM && users.hasLabel(node) ? users.indexOf(node) : -1;
        return user < 0 ? null : trainedUser(user);
    }

    /** The embedding of a user, by the dense index, on the row of the training: that of the model, to rounding. */
    public float[] trainedUser(int user) {
        return foldIn.embedding(UserInput.known(user), model.rows(), user);
    }

    /**
     * The embedding of a user on the items that this transaction sees, or of an item as {@link #ofItem} makes it.
     *
     * @param given a node; what is none is refused
     * @param of null for the side whose label the node has; of both the item
     * @throws IllegalArgumentException if it is not on that side, or has been deleted
     */
    public float[] now(Transaction tx, Object given, Side of) {
        if (!(given instanceof Node node)) {
            throw GivenNode.refused("node", "a node, as MATCH finds it,", given);
        }
        boolean isItem = items.isOfGiven("node", node);
        if (isItem && of != Side.USER) {
            return ofItem(tx, node);
        }
        if (of == Side.ITEM || !users.isOfGiven("node", node)) {
            throw new IllegalArgumentException("node must be " + wanted(of) + ", but has "
                    + Shown.names(Labels.namesOf(node)));
        }
        int user = users.indexOf(node);
        return ofUser(tx, node, user, rows.read(tx, node, user).items());
    }

    private String wanted(Side of) {
        String user = model.info().users().name();
        String item = model.info().items().name();
        return switch (of) {
            case null -> "a user or an item, labeled '" + user + "' or '" + item + "'";
            case USER -> "a user, labeled '" + user + "'";
            case ITEM -> "an item, labeled '" + item + "'";
        };
    }

    /** The embedding of a user with the items of one row. The index is negative if the model has none. */
    float[] ofUser(Transaction tx, Node node, int user, CsrGraph row) {
        return foldIn.embedding(input(tx, node, user), row, 0);
    }

    /** A user as fold-in sees them; one that training did not know has their features as they are now. */
    UserInput input(Transaction tx, Node node, int user) {
        return user < 0
                ? UserInput.unknown(features(tx, node, model.info().users(), model.features().users()))
                : UserInput.known(user);
    }

    private static FeatureMatrix features(Transaction tx, Node node, NodeKind kind, FeatureSchema schema) {
        return NodeProperties.encode(tx, node, IdValue.of(node, kind.idProperty()), schema);
    }

    /**
     * The embedding of an item as it was trained, or where training did not know it by its features and the users that this
     * transaction sees. Null for such an item where the model has no way to one.
     */
    float[] ofItem(Transaction tx, Node node) {
        int item = items.indexOf(node);
        return item >= 0
                ? model.itemEmbeddings().row(item)
                : foldIn.embeddingOfNewItem(features(tx, node, model.info().items(), model.features().items()),
                        rows.usersOf(tx, node));
    }
}
