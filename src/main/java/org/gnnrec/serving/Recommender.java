package org.gnnrec.serving;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Pool;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.linalg.TopK;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.UserInput;
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
    private final FoldIn foldIn;
    private final Pool<SparseSums> scores;
    private final NormOrderedItems itemsByNorm;
    private final int[] itemsByPopularity;

    public Recommender(ServedModel model) {
        ModelInfo info = model.info();
        this.model = model;
        this.users = new NodeFinder("user", info.users(), model.users());
        this.items = new NodeFinder("item", info.items(), model.items());
        this.rows = new UserRows(TrainedGraph.of(model), users, items);
        this.foldIn = info.spec().foldIn(model.fitted());
        this.embeddings = new NodeEmbeddings(model, users, items, rows, foldIn);
        this.explainer = new Explainer(model, users, items, rows, foldIn, embeddings);
        this.scores = new Pool<>(() -> new SparseSums(model.items().size()));
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
     * user without interactions gets the most popular items, and nobody gets themselves. If the graph has lost all
     * interactions that training read, the list follows from the training's. O(degree * d) for the user and at most O(items * d) for
     * the scan. Items that were deleted since training are left out, each found when the stream comes to it.
     *
     * @param user a node, or the value of its id property
     */
    public Stream<Recommendation> recommend(Transaction tx, Object user, int k) {
        Node node = users.require(tx, user);
        int index = users.indexOf(node);
        UserRow row = rows.read(tx, node, index);
        int left = model.items().size() - row.size();
        if (left == 0) {
            return Stream.empty();
        }
        PresentItems.Source source = row.isEmpty()
                ? new ItemSource(tx, count -> popular(row, count), "popularity")
                : new ItemSource(tx, best(tx, node, index, row), basis(index, row));
        return stream(new PresentItems(source, Math.min(k, left), left));
    }

    private String basis(int user, UserRow row) {
        if (row.isStale()) {
            return "stale";
        }
        return model.isTrainedRow(user, row.items()) ? "trained" : "foldIn";
    }

    private static <T> Stream<T> stream(Iterator<T> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    /** The items of one call, as one transaction sees them. */
    private final class ItemSource implements PresentItems.Source {
        private final Transaction tx;
        private final IntFunction<RankedItems> ranking;
        private final String basis;

        ItemSource(Transaction tx, IntFunction<RankedItems> ranking, String basis) {
            this.tx = tx;
            this.ranking = ranking;
            this.basis = basis;
        }

        @Override
        public RankedItems rank(int count) {
            return ranking.apply(count);
        }

        @Override
        public Node node(int item) {
            return items.node(tx, item);
        }

        @Override
        public Recommendation row(Node node, int item, double score, long rank) {
            return new Recommendation(node, model.items().value(item), score, rank, basis);
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

    /** How it scores users by what they have. */
    public FoldIn foldIn() {
        return foldIn;
    }

    /** The explainer of its scores. */
    public Explainer explainer() {
        return explainer;
    }

    private IntFunction<RankedItems> best(Transaction tx, Node node, int user, UserRow row) {
        UserInput input = embeddings.input(tx, node, user);
        float[] embedding = foldIn.embedding(input, row.items(), 0);
        return count -> {
            TopK top = new TopK(count);
            if (foldIn.scoresItems()) {
                scores.lend(sums -> scanBoth(input, embedding, row, sums, top));
            } else {
                itemsByNorm.scan(embedding, row::contains, top);
            }
            return RankedItems.drain(top);
        };
    }

    /** Ranks by embeddings and what the user's items say beside them: first the items that they speak of. */
    private void scanBoth(UserInput input, float[] embedding, UserRow row, SparseSums sums, TopK top) {
        foldIn.addScores(input, row.items(), 0, sums);
        DenseMatrix items = model.itemEmbeddings();
        for (int n = 0; n < sums.count(); n++) {
            int item = sums.index(n);
            if (!row.contains(item)) {
                float product = Kernels.get().dot(embedding, 0, items.data(), items.offset(item), embedding.length);
                top.offer(item, (float) (product + sums.sum(item)));
            }
        }
        itemsByNorm.scan(embedding, item -> sums.has(item) || row.contains(item), top);
        sums.clear();
    }

    private RankedItems popular(UserRow row, int count) {
        int[] popular = Arrays.stream(itemsByPopularity).filter(item -> !row.contains(item)).limit(count).toArray();
        return new RankedItems(popular,
                Arrays.stream(popular).mapToDouble(item -> model.itemWeights()[item]).toArray());
    }
}
