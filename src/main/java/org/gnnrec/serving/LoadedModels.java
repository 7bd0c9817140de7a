package org.gnnrec.serving;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gnnrec.archive.ModelInfo;

/**
 * The models of this process that are loaded, one for each database and model name. The first call loads one, and a call
 * for another version replaces it. Where they have no room for one more, the least recently used goes. One model is
 * loaded at a time, so that what several loads take together stays within the room. Nothing else outlives a call,
 * because Neo4j makes a procedure object for each.
 */
public final class LoadedModels {
    private static final Map<Key, Loaded> MODELS = new ConcurrentHashMap<>();
    /** The bytes of the model that is being loaded. */
    private static volatile long loading;

    private LoadedModels() {}

    private record Key(UUID database, String modelName) {}

    private static final class Loaded {
        private final Recommender recommender;
        private final long bytes;
        private volatile long lastUse = System.nanoTime();

        Loaded(Recommender recommender, long bytes) {
            this.recommender = recommender;
            this.bytes = bytes;
        }

        private boolean is(String uid) {
            return recommender.model().info().uid().equals(uid);
        }

        private Recommender use() {
            lastUse = System.nanoTime();
            return recommender;
        }
    }

    /** The recommender of this very version if it is loaded. */
    public static Optional<Recommender> find(UUID database, String modelName, String uid) {
        return Optional.ofNullable(MODELS.get(new Key(database, modelName))).filter(loaded -> loaded.is(uid))
                .map(Loaded::use);
    }

    /**
     * The recommender of this very version, loaded once even if many ask at the same time.
     *
     * @param bytes that it takes in the heap
     * @param room for all loaded models, at least these bytes
     */
    public static synchronized Recommender get(UUID database, ModelInfo info, long bytes, long room,
            Supplier<Recommender> load) {
        Optional<Recommender> present = find(database, info.name(), info.uid());
        return present.isPresent()
                ? present.get()
                : load(new Key(database, info.name()), bytes, room, load);
    }

    private static Recommender load(Key key, long bytes, long room, Supplier<Recommender> load) {
        MODELS.remove(key);
        while (bytes() + bytes > room && !MODELS.isEmpty()) {
            MODELS.remove(leastRecentlyUsed());
        }
        loading = bytes;
        try {
            Loaded loaded = new Loaded(load.get(), bytes);
            MODELS.put(key, loaded);
            return loaded.recommender;
        } finally {
            loading = 0;
        }
    }

    private static Key leastRecentlyUsed() {
        return MODELS.entrySet().stream().min(Comparator.comparingLong(model -> model.getValue().lastUse))
                .map(Map.Entry::getKey).orElseThrow();
    }

    /** The bytes that all models take in the heap, with one that is being loaded. */
    public static long bytes() {
        return loading + MODELS.values().stream().mapToLong(model -> model.bytes).sum();
    }

    /** The bytes that this very version takes in the heap; 0 where it is not loaded. */
    public static long bytesOf(UUID database, ModelInfo info) {
        Loaded model = MODELS.get(new Key(database, info.name()));
        return model != null && model.is(info.uid()) ? model.bytes : 0;
    }

    /** Forgets a dropped model. */
    public static synchronized void forget(UUID database, String modelName) {
        MODELS.remove(new Key(database, modelName));
    }

    /** Forgets models that nobody asked for in this time. */
    public static synchronized void forgetIdle(Duration idle) {
        long now = System.nanoTime();
        MODELS.values().removeIf(model -> now - model.lastUse >= idle.toNanos());
    }
}
