package org.gnnrec.procedure;

import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.ModelFormatException;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.serving.Recommender;
import org.gnnrec.serving.Recommenders;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** The model that a reading procedure names, by modelName ['default'] and modelVersion [the current one]. */
final class Models {
    private Models() {}

    static Recommender recommender(Transaction tx, ConfigMap config) {
        ModelCatalog catalog = new ModelCatalog(tx);
        ModelInfo info = requested(catalog, config);
        try {
            return load(tx, catalog, info);
        } catch (ModelFormatException | NotFoundException e) {
            ModelInfo now = requested(catalog, config);
            if (now.uid().equals(info.uid())) {
                throw e;
            }
            return load(tx, catalog, now); // another version took its place while its parts were read
        }
    }

    private static ModelInfo requested(ModelCatalog catalog, ConfigMap config) {
        ModelInfo info = catalog.require(config.text("modelName", "default"));
        long version = config.integer("modelVersion", info.version(), 1, Long.MAX_VALUE);
        if (version != info.version()) {
            throw new IllegalArgumentException("model '" + info.name() + "' has no version " + version
                    + ": only the current one, " + info.version() + ", is kept");
        }
        return info;
    }

    private static Recommender load(Transaction tx, ModelCatalog catalog, ModelInfo info) {
        return Recommenders.get(CallerTransaction.databaseId(tx), info, () -> new Recommender(catalog.load(info)));
    }
}
