package org.gnnrec.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.TopK;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Recommends from one model version and the graph as a transaction sees it. Made once a version; thread-safe. Holds the
 * item embeddings twice, once by falling norm.
 */
public final class Recommender {
    private final ServedModel model;
    private final NodeFinder users;
    private final NodeFinder items;
    private final RelationshipType[] types;
    private final FoldIn foldIn;
    private final NormOrderedItems itemsByNorm;
    private final int[] itemsByPopularity;

    public Recommender(ServedModel model) {
        ModelInfo info = model.info();
        this.model = model;
        this.users = new NodeFinder("user", info.userLabel(), info.userIdProperty(), model.users());
        this.items = new NodeFinder("item", info.itemLabel(), info.itemIdProperty(), model.items());
        this.types = info.relationshipTypes().stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);
        this.foldIn = new FoldIn(model);
        this.itemsByNorm = new NormOrderedItems(model.itemEmbeddings());
        int[] degrees = model.itemDegrees();
        this.itemsByPopularity = IntStream.range(0, degrees.length).boxed()
                .sorted((a, b) -> Integer.compare(degrees[b], degrees[a])).mapToInt(Integer::intValue).toArray();
    }

    public ServedModel model() {
        return model;
    }

    /**
     * The k best items that this user has not interacted with; fewer only where fewer are left. A user without
     * interactions gets the most popular ones. O(degree * d) for the user and at most O(items * d) for the scan.
     *
     * @param user a node, or the value of its id property
     */
    public List<Recommendation> recommend(Transaction tx, Object user, int k) {
        Node node = users.require(tx, user);
        UserRow row = UserRow.read(node, items, types);
        int left = model.items().size() - row.items().length;
        int wanted = Math.min(k, left);
        int asked = wanted;
        while (true) {
            List<Recommendation> list = row.isEmpty() ? popular(tx, asked, wanted) : best(tx, node, row, asked, wanted);
            if (list.size() == wanted || asked == left) {
                return list;
            }
            asked = (int) Math.min(left, 2L * asked + 1);
        }
    }

    /** The embeddings of all users on the rows the model was trained on: its own, to rounding. O(edges * d). */
    public DenseMatrix trainedUsers() {
        CsrGraph rows = model.rows();
        DenseMatrix users = DenseMatrix.zeros(rows.rowCount(), model.dimension());
        for (int user = 0; user < rows.rowCount(); user++) {
            int[] row = Arrays.copyOfRange(rows.neighbors(), rows.offsets()[user], rows.offsets()[user + 1]);
            System.arraycopy(foldIn.embedding(user, row), 0, users.data(), users.offset(user), users.cols());
        }
        return users;
    }

    private List<Recommendation> best(Transaction tx, Node node, UserRow row, int asked, int wanted) {
        if (asked == 0) {
            return List.of();
        }
        int user = users.indexOf(node);
        TopK top = new TopK(asked);
        itemsByNorm.scan(foldIn.embedding(user, row.items()), row::contains, top);
        int[] best = new int[top.size()];
        float[] scores = new float[top.size()];
        int count = top.drainTo(best, scores);
        String basis = foldIn.isTrainedRow(user, row.items()) ? "trained" : "foldIn";
        List<Recommendation> list = new ArrayList<>(wanted);
        for (int place = 0; place < count && list.size() < wanted; place++) {
            add(list, tx, best[place], scores[place], basis);
        }
        return list;
    }

    private List<Recommendation> popular(Transaction tx, int asked, int wanted) {
        List<Recommendation> list = new ArrayList<>(wanted);
        for (int place = 0; place < asked && list.size() < wanted; place++) {
            int item = itemsByPopularity[place];
            add(list, tx, item, model.itemDegrees()[item], "popularity");
        }
        return list;
    }

    /** Items deleted since training are passed over. */
    private void add(List<Recommendation> list, Transaction tx, int item, double score, String basis) {
        Node node = items.node(tx, item);
        if (node != null) {
            list.add(new Recommendation(node, model.items().value(item), score, list.size() + 1L, basis));
        }
    }
}
