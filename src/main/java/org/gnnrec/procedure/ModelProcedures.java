package org.gnnrec.procedure;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.DropJob;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.Progress;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.serving.Staleness;
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

    /** A row of {@code gnnrec.model.list} and {@code drop}; where there is a problem, some columns may be null. */
    public record ModelRow(String modelName, Long modelVersion, String modelType, List<String> userLabels,
            List<String> itemLabels, Long relationshipCount, Map<String, Object> metrics,
            Map<String, Object> configuration, ZonedDateTime createdAt, Boolean copied, long loadedBytes,
            String stale, String problem) {
        static ModelRow of(ListedModel model, Transaction tx) {
            UUID database = CallerTransaction.databaseId(tx);
            return model.info()
                    .map(info -> of(info, LoadedModels.bytesOf(database, info),
                            Staleness.of(tx, info.interactions()), model.problem()))
                    .orElseGet(() -> new ModelRow(model.name(), null,
                            null, null, null, null, null, null, null, null, 0, null, model.problem()));
        }

        private static ModelRow of(ModelInfo info, long loadedBytes, String stale, String problem) {
            return new ModelRow(info.name(), info.version(), info.modelType(), info.users().labels(),
                    info.items().labels(), info.relationshipCount(), info.metrics(), info.configuration(),
                    info.createdAt(), info.copy().isWhole(), loadedBytes, stale, problem);
        }
    }

    /** The row of {@code gnnrec.model.exists}. */
    public record ExistsRow(String modelName, String modelType, boolean exists) {}

    @Procedure(name = "gnnrec.model.list", mode = Mode.READ)
    @Description("The models in this database, or the one of this name; no row where there is none.")
    public Stream<ModelRow> list(
            @Name(value = "modelName", defaultValue = "", description = "Only this model.") String modelName) {
        return new ModelList(tx).all().stream()
                .filter(model -> modelName == null || modelName.isEmpty() || model.name().equals(modelName))
                .map(model -> ModelRow.of(model, tx));
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
        if (Boolean.FALSE.equals(failIfMissing)
                && new ModelList(tx).find(ModelKeys.MODEL_NAME.read(modelName)).isEmpty()) {
            return Stream.empty();
        }
        DropJob job = new DropJob(db, tx, new CallEnd(db, guard), Progress.unlisted("gnnrec.model.drop", status, log));
        return Stream.of(ModelRow.of(job.run(ModelKeys.MODEL_NAME.read(modelName)), tx));
    }
}
