package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.catalog.ModelList;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Transaction;

/**
 * One call of {@code gnnrec.model.list}.
 *
 * @param modelName only this model; null or empty for all
 */
public record ListJob(String modelName, boolean isExact, InnerTransactions inner, Transaction caller) {

    public static final Key<Boolean> EXACT = Key
            .bool("exact", "Whether all nodes of a model are looked at for missingCopies.").usually(false);

    /** Reads the configuration of a call. */
    public static ListJob of(String modelName, Map<String, Object> config, InnerTransactions inner,
            Transaction caller) {
        return new ListJob(modelName, Config.read(config, List.of(EXACT)).get(EXACT), inner, caller);
    }

    /**
     * Looks for indexes, and so locks the schema until the transaction ends. The locks would hold up a training or a drop
     * in the transaction of the call, unless that has changes: there both are refused.
     */
    public Stream<ModelRow> run() {
        return CallerTransaction.hasChanges(caller)
                ? rows(caller)
                : inner.call(own -> rows(own).toList()).stream();
    }

    private Stream<ModelRow> rows(Transaction tx) {
        MissingCopies missing = new MissingCopies(tx, isExact, inner.cancellation());
        return new ModelList(tx).all().stream()
                .filter(model -> modelName == null || modelName.isEmpty() || model.name().equals(modelName))
                .map(model -> ModelRow.of(model, missing));
    }
}
