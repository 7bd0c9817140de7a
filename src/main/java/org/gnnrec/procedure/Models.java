package org.gnnrec.procedure;

import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.serving.Recommender;
import org.gnnrec.serving.Recommenders;
import org.neo4j.graphdb.Transaction;

/** The model that a reading procedure names, by modelName ['default'] and modelVersion [the current one]. */
final class Models {
    private Models() {}

    static Recommender recommender(Transaction tx, ConfigMap config) {
        ModelCatalog catalog = new ModelCatalog(tx);
        ModelInfo info = catalog.require(config.text("modelName", "default"));
        long version = config.integer("modelVersion", info.version(), 1, Long.MAX_VALUE);
        if (version != info.version()) {
            throw new IllegalArgumentException("model '" + info.name() + "' has no version " + version
                    + ": only the current one, " + info.version() + ", is kept");
        }
        return Recommenders.get(CallerTransaction.databaseId(tx), info, () -> new Recommender(catalog.load(info)));
    }
}
