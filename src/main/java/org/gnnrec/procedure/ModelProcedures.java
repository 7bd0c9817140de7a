package org.gnnrec.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.DropJob;
import org.gnnrec.jobs.ListJob;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.ModelRow;
import org.gnnrec.jobs.Progress;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.model.*}. */
public final class ModelProcedures {
    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;
    @Context
    public StatusDetailsAccessor status;
    @Context
    public Log log;

    /** The row of {@code gnnrec.model.exists}. */
    public record ExistsRow(String modelName, String modelType, boolean exists) {}

    @Procedure(name = "gnnrec.model.list", mode = Mode.READ)
    @Description("The models in this database, or the one of this name; no row where there is none.")
    public Stream<ModelRow> list(
            @Name(value = "modelName", defaultValue = "", description = "Only this model.") String modelName,
            @Name(value = "config", defaultValue = "{}", description = "exact [false]: whether missingCopies counts all nodes of a model, and not a sample.") Map<String, Object> config) {
        return ListJob.of(modelName, config, new InnerTransactions(db, new CallEnd(db, guard)), tx).run();
    }

    @Procedure(name = "gnnrec.model.exists", mode = Mode.READ)
    @Description("Whether there is a model of this name.")
    public Stream<ExistsRow> exists(@Name(value = "modelName", description = "The model.") String modelName) {
        Optional<ListedModel> model = new ModelList(tx).find(ModelKeys.MODEL_NAME.read(modelName));
        String type = model.flatMap(ListedModel::info).map(ModelInfo::modelType).orElse(null);
        return Stream.of(new ExistsRow(modelName, type, model.isPresent()));
    }

    @Procedure(name = "gnnrec.model.drop", mode = Mode.SCHEMA)
    @Description("Deletes a model, its embeddings and communities on the nodes and its vector index.")
    public Stream<ModelRow> drop(@Name(value = "modelName", description = "The model.") String modelName,
            @Name(value = "failIfMissing", defaultValue = "true", description = "Whether a missing model is an error.") Boolean failIfMissing) {
        CallerTransaction.requireNoChanges(tx, "gnnrec.model.drop");
        DropJob job = new DropJob(db, tx, new CallEnd(db, guard), Progress.unlisted("gnnrec.model.drop", status, log));
        String name = ModelKeys.MODEL_NAME.read(modelName);
        Optional<ModelRow> dropped = job.run(name);
        if (dropped.isEmpty() && !Boolean.FALSE.equals(failIfMissing)) {
            throw new ModelList(tx).missing(name);
        }
        return dropped.stream();
    }
}
