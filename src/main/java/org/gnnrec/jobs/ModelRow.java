package org.gnnrec.jobs;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.serving.Staleness;
import org.neo4j.graphdb.Transaction;

/** A row of {@code gnnrec.model.list} and {@code drop}; where there is a problem, some columns may be null. */
public record ModelRow(String modelName, Long modelVersion, String modelType, List<String> userLabels,
        List<String> itemLabels, Long relationshipCount, Map<String, Object> metrics,
        Map<String, Object> configuration, ZonedDateTime createdAt, Boolean copied, Long missingCopies,
        long loadedBytes, String stale, String problem) {
    /** The row of a model as this transaction sees it and its nodes. */
    static ModelRow of(ListedModel model, MissingCopies missing) {
        Transaction tx = missing.tx();
        UUID database = CallerTransaction.databaseId(tx);
        return model.info()
                .map(info -> of(info, missing.of(model), LoadedModels.bytesOf(database, info),
                        Staleness.of(tx, info.interactions()), model.problem()))
                .orElseGet(() -> new ModelRow(model.name(), null,
                        null, null, null, null, null, null, null, null, null, 0, null, model.problem()));
    }

    private static ModelRow of(ModelInfo info, Long missing, long loadedBytes, String stale, String problem) {
        return new ModelRow(info.name(), info.version(), info.modelType(), info.users().labels(),
                info.items().labels(), info.relationshipCount(), info.metrics(), info.configuration(),
                info.createdAt(), info.copy().isWhole() && (missing == null || missing == 0), missing, loadedBytes,
                stale, problem);
    }
}
