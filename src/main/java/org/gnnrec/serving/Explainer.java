package org.gnnrec.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;

/**
 * Explains a score of a user and an item by the graph as a transaction sees it. Thread-safe. <p> In LightGCN and
 * PinSage a user is a sum over their items, so the score is a sum too, and contributions are its exact terms. In models
 * with layers for users the score is no sum. There a contribution is how much the score falls without that one item.
 */
public final class Explainer {
    private final ServedModel model;
    private final NodeFinder users;
    private final NodeFinder items;
    private final UserRows rows;
    private final FoldIn foldIn;
    private final NodeEmbeddings embeddings;

    Explainer(ServedModel model, NodeFinder users, NodeFinder items, UserRows rows, FoldIn foldIn,
            NodeEmbeddings embeddings) {
        this.model = model;
        this.users = users;
        this.items = items;
        this.rows = rows;
        this.foldIn = foldIn;
        this.embeddings = embeddings;
    }

    /**
     * The items that this user has and the model knows, the largest contribution first. If the model keeps more of a
     * user than their items, that is one of the rows. For n items O(n d) with LightGCN and PinSage, with other models
     * as {@link org.gnnrec.model.layer.NodePass#withoutEach}.
     *
     * @param user a node, or the value of its id property
     * @param item a node, or the value of its id property; the user may have it already
     * @param cancellation asked now and then; throws to end the work
     * @throws IllegalArgumentException if there is no such node, or the model has no embedding for the item
     */
    public List<Explanation> explain(Transaction tx, Object user, Object item, Cancellation cancellation) {
        Node node = users.require(tx, user);
        Node target = items.require(tx, item);
        ItemInput scored = new ItemInput(items.indexOf(target), requireEmbedding(tx, target));
        int index = users.indexOf(node);
        CsrGraph row = rows.read(tx, node, index).items();
        Contributions contributions = foldIn.contributions(embeddings.input(tx, node, index), row, scored,
                cancellation);
        List<Explanation> list = explanations(tx, node, row, contributions);
        if (contributions.own() != null) {
            list.addFirst(explanation(null, null, contributions.own(), contributions, contributions.ownAttention()));
        }
        list.sort(Comparator.comparingDouble(Explanation::contribution).reversed());
        return list;
    }

    private float[] requireEmbedding(Transaction tx, Node item) {
        float[] embedding = embeddings.ofItem(tx, item);
        if (embedding == null) {
            String name = model.info().name();
            throw new IllegalArgumentException("model '" + name + "' does not know this item, and modelType '"
                    + model.info().modelType() + "' has no embedding for an item that was not there in training. "
                    + "Train it again, for example with {modelName: '" + name + "', warmStart: true}");
        }
        return embedding;
    }

    private List<Explanation> explanations(Transaction tx, Node user, CsrGraph row, Contributions contributions) {
        HeaviestInteractions heaviest = rows.heaviest(tx, user);
        List<Explanation> list = new ArrayList<>();
        for (int n = 0; n < row.edgeCount(); n++) {
            int item = row.neighbors()[n];
            Neighbor neighbor = heaviest.with(item);
            Node because = neighbor == null ? items.node(tx, item) : neighbor.node();
            if (because != null) { // else it was deleted, and a row of the training names it
                list.add(explanation(because, neighbor, contributions.items()[n], contributions,
                        contributions.attention(n)));
            }
        }
        return list;
    }

    private static Explanation explanation(Node because, Neighbor neighbor, double contribution, Contributions all,
            Double attention) {
        String type = neighbor == null ? null : neighbor.type();
        Path path = neighbor == null ? null : neighbor.path();
        return new Explanation(because, type, path, contribution, all.share(contribution), attention);
    }
}
