package org.gnnrec.jobs;

import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.Recommenders;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.model.drop}: nothing serves the model any more, then all that it wrote is removed. */
public record DropJob(GraphDatabaseService db, Transaction tx, Cancellation cancellation, Progress progress) {
    /** Drops the model and returns its description. Fails where there is none. */
    public ModelInfo run(String modelName) {
        ModelInfo info = new ModelCatalog(tx).require(modelName);
        try (var claim = RunningTrainings.claim(CallerTransaction.databaseId(tx), modelName)) {
            new Copies(new InnerTransactions(db, cancellation), progress).drop(claim.modelName());
            Recommenders.forget(claim.database(), modelName);
        }
        return info;
    }
}
