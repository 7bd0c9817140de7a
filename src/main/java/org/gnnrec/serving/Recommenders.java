package org.gnnrec.serving;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.gnnrec.archive.ModelInfo;

/**
 * The recommenders of this process, one for each database and model name. The first call makes one, and a call for
 * another version replaces it. Nothing else outlives a call, because Neo4j makes a procedure object for each.
 */
public final class Recommenders {
    private static final ConcurrentMap<Key, Recommender> RECOMMENDERS = new ConcurrentHashMap<>();

    private Recommenders() {}

    private record Key(UUID database, String modelName) {}

    /** The recommender of this very version if it is loaded. */
    public static Optional<Recommender> find(UUID database, String modelName, String uid) {
        return Optional.ofNullable(RECOMMENDERS.get(new Key(database, modelName))).filter(old -> isVersion(old, uid));
    }

    /** The recommender of this very version, loaded once even if many ask at the same time. */
    public static Recommender get(UUID database, ModelInfo info, Supplier<Recommender> load) {
        return RECOMMENDERS.compute(new Key(database, info.name()),
                (key, old) -> old != null && isVersion(old, info.uid()) ? old : load.get());
    }

    /** Forgets a dropped model. */
    public static void forget(UUID database, String modelName) {
        RECOMMENDERS.remove(new Key(database, modelName));
    }

    private static boolean isVersion(Recommender recommender, String uid) {
        return recommender.model().info().uid().equals(uid);
    }
}
