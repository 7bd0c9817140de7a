package org.gnnrec.jobs;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Config;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.Recommender;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.training.TrainingKeys;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * One call of {@code gnnrec.evaluate}: it reads the held-out relationships and compares the model with baselines.
 *
 * @param k length of the ranking that is measured
 */
public record EvaluateJob(Config values, List<String> testTypes, int k, GraphDatabaseService db, Transaction tx,
        Cancellation cancellation) {
    public Stream<EvaluateRow> run() {
        try (HeapLedger.Reservation heap = HeapLedger.open("gnnrec.evaluate")) {
            Recommender recommender = StoredModels.recommender(tx, values);
            heap.grow(bytes(recommender.model()));
            int concurrency = values.get(TrainingKeys.CONCURRENCY);
            Sources sources = new Sources(new InnerTransactions(db, cancellation), tx, heap, concurrency);
            return new Comparison(HeldOut.load(sources, recommender, testTypes), k, cancellation).rows(concurrency);
        }
    }

    /** Embeddings of users, and interactions by item with the neighbors of items. */
    private static long bytes(ServedModel model) {
        return 4L * model.users().size() * model.dimension() + 16L * model.rows().edgeCount()
                + 8L * Comparison.ITEM_NEIGHBORS * model.items().size();
    }
}
