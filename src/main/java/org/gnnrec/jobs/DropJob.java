package org.gnnrec.jobs;

import java.util.Optional;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.model.drop}: nothing serves the model any more, then all that it wrote is removed. */
public record DropJob(GraphDatabaseService db, Transaction tx, Cancellation cancellation, Progress progress) {
    /**
     * Drops the model, also one that cannot be read, and returns it as it was listed. Finishes a drop of that name that
     * was interrupted, and returns the newest version that is left. Returns nothing where there is neither.
     */
    public Optional<ModelRow> run(String modelName) {
        return new ModelList(tx).findToDrop(modelName).map(model -> drop(model, modelName));
    }

    private ModelRow drop(ListedModel model, String modelName) {
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
