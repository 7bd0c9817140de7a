package org.gnnrec.jobs;

import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.config.Config;
import org.gnnrec.serving.LoadedModels;
import org.gnnrec.serving.Recommender;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** The model that a reading procedure names, by modelName ['default'] and modelVersion [the current one]. */
public final class StoredModels {
    private StoredModels() {}

    /** The recommender of the model, cached by the version's uid: a call reads only that of the model node. */
    public static Recommender recommender(Transaction tx, Config config) {
        Recommender recommender = recommender(tx, config.get(ModelKeys.MODEL_NAME));
        requireVersion(config, recommender.model().info());
        return recommender;
    }

    /**
     * The recommender of the model, which must have embeddings.
     *
     * @throws IllegalArgumentException where it has none
     */
    public static Recommender withEmbeddings(Transaction tx, Config config) {
        Recommender recommender = recommender(tx, config);
        if (!recommender.model().hasEmbeddings()) {
            ModelInfo info = recommender.model().info();
            throw new IllegalArgumentException("model '" + info.name() + "' of modelType '" + info.modelType()
                    + "' has no embeddings: what its items say of one another makes the scores. Train another "
                    + "modelType for embeddings, for example 'spectral'");
        }
        return recommender;
    }

    /** The recommender of the current version of this model. */
    static Recommender recommender(Transaction tx, String modelName) {
        String uid = new ModelCatalog(tx).requireUid(modelName);
        return LoadedModels.find(CallerTransaction.databaseId(tx), modelName, uid)
                .orElseGet(() -> load(tx, modelName));
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
            return load(tx, now); // another version replaced it while its parts were read
        }
    }

    private static Recommender load(Transaction tx, ModelInfo info) {
        ModelCatalog models = new ModelCatalog(tx);
        long bytes = models.heapBytes(info);
        HeapLedger.requireRoom(info.name(), bytes);
        return LoadedModels.get(CallerTransaction.databaseId(tx), info, bytes, HeapLedger.roomForModels(),
                () -> new Recommender(models.load(info)));
    }

    private static void requireVersion(Config config, ModelInfo info) {
        Long version = config.get(ModelKeys.MODEL_VERSION);
        if (version != null && version != info.version()) {
            throw new IllegalArgumentException("model '" + info.name() + "' has no version " + version
                    + ": only the current one, " + info.version() + ", is kept");
        }
    }
}
