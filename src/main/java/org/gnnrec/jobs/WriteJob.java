package org.gnnrec.jobs;

import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Config;
import org.gnnrec.jobs.Copies.Repaired;
import org.gnnrec.serving.Recommender;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.embeddings.write}: it makes the copy of a stored model on the nodes whole again. */
public record WriteJob(Config values, InnerTransactions inner, Transaction caller, Progress progress) {

    /** The tables of the present nodes. */
    private static final long BYTES_PER_NODE = 92;

    public WriteRow run() {
        long start = System.nanoTime();
        try (var claim = RunningTrainings.claim(CallerTransaction.databaseId(caller),
                values.get(ModelKeys.MODEL_NAME));
                HeapLedger.Reservation heap = HeapLedger
                        .open("the writing of model '" + claim.modelName() + "'")) {
            Recommender recommender = StoredModels.withEmbeddings(caller, values);
            heap.grow(bytes(recommender.model()));
            Repaired repaired = new Copies(inner, progress).repair(recommender.model(),
                    recommender.embeddings()::trainedUser);
            ModelInfo info = recommender.model().info();
            return new WriteRow(info.name(), info.version(), repaired.written(), repaired.gone(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** The tables, and two copies of the embeddings of the items that the vector index has. */
    private static long bytes(ServedModel model) {
        long nodes = (long) model.users().size() + model.items().size();
        return BYTES_PER_NODE * nodes + 2L * Float.BYTES * (model.dimension() + 1) * model.items().size();
    }
}
