package org.gnnrec.store;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/** Runs work in transactions of its own beside the caller's, and again if the database asks for it. */
public final class InnerTransactions {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 10_000_000;

    private InnerTransactions() {}

    /** Commits the work. Repeats it whole after a transient failure, up to five attempts, with growing pauses. */
    public static <T> T call(GraphDatabaseService db, Function<Transaction, T> work) {
        for (int attempt = 1;; attempt++) {
            try (Transaction tx = db.beginTx()) {
                T result = work.apply(tx);
                tx.commit();
                return result;
            } catch (TransientFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS << attempt);
            }
        }
    }

    /** {@link #call} for work without a result. */
    public static void run(GraphDatabaseService db, Consumer<Transaction> work) {
        call(db, tx -> {
            work.accept(tx);
            return null;
        });
    }
}
