package org.gnnrec.jobs;

import org.gnnrec.archive.ListedModel;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.model.drop}: nothing serves the model any more, then all that it wrote is removed. */
public record DropJob(GraphDatabaseService db, Transaction tx, Cancellation cancellation, Progress progress) {
    /** Drops the model, also one that cannot be read, and returns it as it was listed. Fails where there is none. */
    public ListedModel run(String modelName) {
        ModelList models = new ModelList(tx);
        ListedModel model = models.find(modelName).orElseThrow(() -> models.missing(modelName));
        try (var claim = RunningTrainings.claim(CallerTransaction.databaseId(tx), modelName)) {
            new Copies(new InnerTransactions(db, cancellation), progress).drop(claim.modelName());
            LoadedModels.forget(claim.database(), modelName);
        }
        return model;
    }
}
