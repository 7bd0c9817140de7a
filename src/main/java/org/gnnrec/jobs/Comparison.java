package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.evaluation.CandidateScorer;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.evaluation.Evaluation.Interval;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.evaluation.ItemKnnScorer;
import org.gnnrec.evaluation.ItemSimilarity;
import org.gnnrec.evaluation.PopularityScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.FoldedUsers;
import org.gnnrec.training.ModelScorer;

/** Compares a model and its parts with popularity, item-kNN and RP3beta on the held-out interactions. */
public record Comparison(HeldOut heldOut, int k, Cancellation cancellation) {

    private static final String ALL = "all";
    private static final String NEW_ITEMS = "newItems";
    static final int ITEM_NEIGHBORS = 100;

    /** Which held-out pairs are wanted, and which were left out. */
    private record Segment(String name, CsrGraph wanted, CsrGraph trained) {}

    public Stream<EvaluateRow> rows(int concurrency) {
        ServedModel model = heldOut.recommender().model();
        CsrGraph seen = model.rows();
        List<EvaluateRow> rows = new ArrayList<>();
        try (Parallel parallel = new Parallel(concurrency)) {
            Workers workers = Workers.of(parallel, cancellation);
            Scorer scorer = new ModelScorer(heldOut.recommender().embeddings().trainedUsers(),
                    model.itemEmbeddings(), heldOut.recommender().foldIn(), seen);
            Segment all = new Segment(ALL, heldOut.test(), heldOut.trained());
            measure(rows, all, model.info().name(), scorer, workers);
            heldOut.recommender().foldIn().parts().forEach((name, part) -> measure(rows, all,
                    model.info().name() + "." + name, alone(part, model, workers), workers));
            measure(rows, all, "popularity", new PopularityScorer(seen), workers);
            BipartiteGraph graph = BipartiteGraph.of(seen);
            measure(rows, all, "itemKnn", neighbors(graph, ItemSimilarity.COSINE, parallel), workers);
            measure(rows, all, "rp3beta", neighbors(graph, ItemSimilarity.RP3BETA, parallel), workers);
            measureNewItems(rows, model, scorer, workers);
        }
        return rows.stream();
    }

    private static Scorer alone(FoldIn part, ServedModel model, Workers workers) {
        return new ModelScorer(FoldedUsers.of(part, model.rows(), model.dimension(), workers), model.itemEmbeddings(),
                part, model.rows());
    }

    /** Ranks items without an interaction in training among themselves. Adds no row where none is wanted. */
    private void measureNewItems(List<EvaluateRow> rows, ServedModel model, Scorer scorer, Workers workers) {
        boolean[] isNew = new boolean[model.items().size()];
        for (int item = 0; item < isNew.length; item++) {
            isNew[item] = model.itemWeights()[item] == 0;
        }
        Segment newItems = new Segment(NEW_ITEMS, heldOut.test().columns(item -> isNew[item]),
                heldOut.trained().columns(item -> isNew[item]));
        if (newItems.wanted().edgeCount() > 0) {
            measure(rows, newItems, model.info().name(), new CandidateScorer(scorer, isNew), workers);
        }
    }

    private static Scorer neighbors(BipartiteGraph graph, ItemSimilarity similarity, Parallel parallel) {
        return new ItemKnnScorer(graph, similarity, ITEM_NEIGHBORS, parallel);
    }

    private void measure(List<EvaluateRow> rows, Segment segment, String name, Scorer scorer, Workers workers) {
        long start = System.nanoTime();
        CsrGraph seen = heldOut.excluded();
        int[] users = IntStream.range(0, seen.rowCount()).toArray();
        Evaluation result = Evaluator.evaluate(scorer, seen, segment.wanted(), users, k, workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        rows.add(row(segment, name, "recall", result, result.meanRecall(), result.recallInterval(), seconds));
        rows.add(row(segment, name, "ndcg", result, result.meanNdcg(), result.ndcgInterval(), seconds));
    }

    private EvaluateRow row(Segment segment, String name, String metric, Evaluation result, double value,
            Interval interval, double seconds) {
        return new EvaluateRow(name, segment.name(), metric, k, value, bound(interval.low()), bound(interval.high()),
                result.users().length, segment.trained().edgeCount(), seconds);
    }

    /** Null instead of the NaN of a single user. */
    private static Double bound(double bound) {
        return Double.isNaN(bound) ? null : bound;
    }
}
