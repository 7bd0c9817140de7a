package org.gnnrec.jobs;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The models that this server is training, writing or dropping: one call for each model at a time. */
final class RunningTrainings {
    private static final Set<Claim> CLAIMS = ConcurrentHashMap.newKeySet();

    private RunningTrainings() {}

    /** Held while a model is written. */
    record Claim(UUID database, String modelName) implements AutoCloseable {
        @Override
        public void close() {
            CLAIMS.remove(this);
        }
    }

    static Claim claim(UUID database, String modelName) {
        Claim claim = new Claim(database, modelName);
        if (!CLAIMS.add(claim)) {
            throw new IllegalStateException("model '" + modelName
                    + "' is being trained, written or dropped by another call. Wait for "
                    + "it, end it (SHOW TRANSACTIONS, TERMINATE TRANSACTION), or train under another modelName");
        }
        return claim;
    }
}
