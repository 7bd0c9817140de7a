package org.gnnrec.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.linalg.TopK;
import org.gnnrec.model.FoldIn;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Recommends from one model version and the graph as a transaction sees it. There is one for each version. Thread-safe.
 * Holds the item embeddings twice, once by falling norm.
 */
public final class Recommender {
    private final ServedModel model;
    private final NodeFinder users;
    private final NodeFinder items;
    private final UserRows rows;
    private final NodeEmbeddings embeddings;
    private final Explainer explainer;
    private final NormOrderedItems itemsByNorm;
    private final int[] itemsByPopularity;

    public Recommender(ServedModel model) {
        ModelInfo info = model.info();
        this.model = model;
        this.users = new NodeFinder("user", info.users(), model.users());
        this.items = new NodeFinder("item", info.items(), model.items());
        this.rows = new UserRows(model, items);
        FoldIn foldIn = info.spec().foldIn(model.fitted());
        this.embeddings = new NodeEmbeddings(model, users, items, rows, foldIn);
        this.explainer = new Explainer(model, users, items, rows, foldIn, embeddings);
        this.itemsByNorm = new NormOrderedItems(model.itemEmbeddings());
        double[] weights = model.itemWeights();
        this.itemsByPopularity = IntStream.range(0, weights.length).boxed()
                .sorted((a, b) -> Double.compare(weights[b], weights[a])).mapToInt(Integer::intValue).toArray();
    }

    public ServedModel model() {
        return model;
    }

    /**
     * The k best items that this user has not interacted with and does not dislike; fewer only if fewer are left. A
     * user without interactions gets the most popular items. O(degree * d) for the user and at most O(items * d) for
     * the scan.
     *
     * @param user a node, or the value of its id property
     */
    public List<Recommendation> recommend(Transaction tx, Object user, int k) {
        Node node = users.require(tx, user);
        int index = users.indexOf(node);
        UserRow row = rows.read(node, index);
        int left = model.items().size() - row.size();
        int wanted = Math.min(k, left);
        int asked = wanted;
        while (true) {
            List<Recommendation> list = row.isEmpty()
                    ? popular(tx, row, asked, wanted)
                    : best(tx, node, index, row, asked, wanted);
            if (list.size() == wanted || asked == left) {
                return list;
            }
            asked = (int) Math.min(left, 2L * asked + 1);
        }
    }

    /** The node of a dense item index as it is now, or null if it is gone. */
    public Node item(Transaction tx, int index) {
        return items.node(tx, index);
    }

    /** The embeddings of its users and items. */
    public NodeEmbeddings embeddings() {
        return embeddings;
    }

    /** The explainer of its scores. */
    public Explainer explainer() {
        return explainer;
    }

    private List<Recommendation> best(Transaction tx, Node node, int user, UserRow row, int asked, int wanted) {
        if (asked == 0) {
            return List.of();
        }
        TopK top = new TopK(asked);
        itemsByNorm.scan(embeddings.ofUser(node, user, row.items()), row::contains, top);
        int[] best = new int[top.size()];
        float[] scores = new float[top.size()];
        int count = top.drainTo(best, scores);
        String basis = model.isTrainedRow(user, row.items()) ? "trained" : "foldIn";
        List<Recommendation> list = new ArrayList<>(wanted);
        for (int place = 0; place < count && list.size() < wanted; place++) {
            add(list, tx, best[place], scores[place], basis);
        }
        return list;
    }

    private List<Recommendation> popular(Transaction tx, UserRow row, int asked, int wanted) {
        List<Recommendation> list = new ArrayList<>(wanted);
        for (int place = 0, offered = 0; offered < asked && list.size() < wanted; place++) {
            int item = itemsByPopularity[place];
            if (!row.contains(item)) {
                add(list, tx, item, model.itemWeights()[item], "popularity");
                offered++;
            }
        }
        return list;
    }

    /** Adds an item, unless it was deleted since training. */
    private void add(List<Recommendation> list, Transaction tx, int item, double score, String basis) {
        Node node = items.node(tx, item);
        if (node != null) {
            list.add(new Recommendation(node, model.items().value(item), score, list.size() + 1L, basis));
        }
    }
}
