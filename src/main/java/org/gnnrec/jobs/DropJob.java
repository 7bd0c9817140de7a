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
    public ModelRow run(String modelName) {
        ModelList models = new ModelList(tx);
        ListedModel model = models.find(modelName).orElseThrow(() -> models.missing(modelName));
        InnerTransactions inner = new InnerTransactions(db, cancellation);
        ModelRow row = inner.call(own -> row(own, model));
        try (var claim = RunningTrainings.claim(CallerTransaction.databaseId(tx), modelName)) {
            new Copies(inner, progress).drop(claim.modelName());
            LoadedModels.forget(claim.database(), modelName);
        }
        return row;
    }

    /** Not in the transaction of the call, which would keep the locks of the schema that dropping an index waits for. */
    private ModelRow row(Transaction own, ListedModel model) {
        return ModelRow.of(model, new MissingCopies(own, false, cancellation));
    }
}
