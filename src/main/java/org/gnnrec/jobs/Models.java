package org.gnnrec.jobs;

import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.ModelFormatException;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.serving.Recommender;
import org.gnnrec.serving.Recommenders;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** The model that a reading procedure names, by modelName ['default'] and modelVersion [the current one]. */
public final class Models {
    private Models() {}

    /** The property for the embeddings of a model, unless another is named. */
    public static String property(String modelName) {
        return "gnnrec_" + modelName;
    }

    /** Cached by the version's uid: a call reads no more of the model node than that. */
    public static Recommender recommender(Transaction tx, ConfigMap config) {
        String modelName = name(config);
        String uid = new ModelCatalog(tx).requireUid(modelName);
        Recommender recommender = Recommenders.find(CallerTransaction.databaseId(tx), modelName, uid)
                .orElseGet(() -> load(tx, modelName));
        requireVersion(config, recommender.model().info());
        return recommender;
    }

    public static String name(ConfigMap config) {
        return config.text("modelName", "default");
    }

    private static Recommender load(Transaction tx, String modelName) {
        ModelInfo info = new ModelCatalog(tx).require(modelName);
        try {
            return load(tx, info);
        } catch (ModelFormatException | NotFoundException e) {
            ModelInfo now = new ModelCatalog(tx).require(modelName);
            if (now.uid().equals(info.uid())) {
                throw e;
            }
            return load(tx, now); // another version took its place while its parts were read
        }
    }

    private static Recommender load(Transaction tx, ModelInfo info) {
        return Recommenders.get(CallerTransaction.databaseId(tx), info,
                () -> new Recommender(new ModelCatalog(tx).load(info)));
    }

    private static void requireVersion(ConfigMap config, ModelInfo info) {
        long version = config.integer("modelVersion", info.version(), 1, Long.MAX_VALUE);
        if (version != info.version()) {
            throw new IllegalArgumentException("model '" + info.name() + "' has no version " + version
                    + ": only the current one, " + info.version() + ", is kept");
        }
    }
}
