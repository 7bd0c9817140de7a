package org.gnnrec.jobs;

import org.gnnrec.linalg.Cancellation;
import org.gnnrec.projection.Projection;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.train.estimate}: it reads what a training would read, and tells what that would need. */
public record EstimateJob(TrainSettings settings, GraphDatabaseService db, Transaction tx, Cancellation cancellation) {
    public EstimateRow run() {
        try (HeapLedger.Reservation heap = HeapLedger.open("gnnrec.train.estimate")) {
            Sources sources = new Sources(new InnerTransactions(db, cancellation), tx, heap, settings.concurrency());
            sources.requireValid(settings.features());
            Projection projection = sources.load(settings.projection());
            MemoryGuard training = MemoryGuard.of(projection, settings)
                    .with(sources.features(settings, projection).matrices());
            return row(projection, heap.beside(training));
        }
    }

    private static EstimateRow row(Projection projection, MemoryGuard memory) {
        return new EstimateRow(projection.users().size(), projection.items().size(), projection.relationshipCount(),
                MemoryGuard.readable(memory.bytes()), memory.bytes(), memory.bytes(), memory.heapPercentage(),
                memory.treeView());
    }
}
