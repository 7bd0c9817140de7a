package org.gnnrec.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.evaluation.Evaluation.Interval;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.evaluation.ItemKnnScorer;
import org.gnnrec.evaluation.ItemSimilarity;
import org.gnnrec.evaluation.PopularityScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.ServedModel;
import org.gnnrec.procedure.EvaluateProcedure.EvaluateRow;

/** A model beside popularity, item-kNN and RP3beta on the same held-out interactions. */
record Comparison(HeldOut heldOut, int k, Runnable cancellation) {

    private static final int ITEM_NEIGHBORS = 100;

    Stream<EvaluateRow> rows(int concurrency) {
        ServedModel model = heldOut.recommender().model();
        CsrGraph seen = model.rows();
        List<EvaluateRow> rows = new ArrayList<>();
        try (Parallel parallel = new Parallel(concurrency)) {
            measure(rows, model.info().name(),
                    new EmbeddingScorer(heldOut.recommender().trainedUsers(), model.itemEmbeddings()), parallel);
            measure(rows, "popularity", new PopularityScorer(seen), parallel);
            BipartiteGraph graph = BipartiteGraph.of(seen);
            measure(rows, "itemKnn", neighbors(graph, ItemSimilarity.COSINE, parallel), parallel);
            measure(rows, "rp3beta", neighbors(graph, ItemSimilarity.RP3BETA, parallel), parallel);
        }
        return rows.stream();
    }

    private static Scorer neighbors(BipartiteGraph graph, ItemSimilarity similarity, Parallel parallel) {
        return new ItemKnnScorer(graph, similarity, ITEM_NEIGHBORS, parallel);
    }

    private void measure(List<EvaluateRow> rows, String name, Scorer scorer, Parallel parallel) {
        long start = System.nanoTime();
        CsrGraph seen = heldOut.excluded();
        int[] users = IntStream.range(0, seen.rowCount()).toArray();
        Evaluation result = Evaluator.evaluate(scorer, seen, heldOut.test(), users, k, parallel, cancellation);
        double seconds = (System.nanoTime() - start) / 1e9;
        rows.add(row(name, "recall", result, result.meanRecall(), result.recallInterval(), seconds));
        rows.add(row(name, "ndcg", result, result.meanNdcg(), result.ndcgInterval(), seconds));
    }

    private EvaluateRow row(String name, String metric, Evaluation result, double value, Interval interval,
            double seconds) {
        return new EvaluateRow(name, "all", metric, k, value, interval.low(), interval.high(), result.users().length,
                seconds);
    }
}
