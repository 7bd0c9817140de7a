package org.gnnrec.store;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/**
 * Runs work in transactions of its own beside the caller's, and again if the database asks for it. The end of the call
 * ends such a transaction within a fifth of a second, also while it waits for a lock or inside a query.
 *
 * @param cancellation ends the call; other threads ask it as well
 */
public record InnerTransactions(GraphDatabaseService db, Cancellation cancellation) {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 10_000_000;

    /** Commits the work. Repeats it whole after a transient failure, up to five attempts, with growing pauses. */
    public <T> T call(Function<Transaction, T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return attempt(work);
            } catch (TransientFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS << attempt);
            }
        }
    }

    private <T> T attempt(Function<Transaction, T> work) {
        return watched(tx -> {
            T result = work.apply(tx);
            tx.commit();
            return result;
        });
    }

    /** {@link #call} for work without a result. */
    public void run(Consumer<Transaction> work) {
        call(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /** Runs work that only reads, once, and rolls its transaction back. */
    public void read(Consumer<Transaction> work) {
        watched(tx -> {
            work.accept(tx);
            return null;
        });
    }

    private <T> T watched(Function<Transaction, T> work) {
        cancellation.check();
        try (Transaction tx = db.beginTx(); TransactionWatch watch = TransactionWatch.begin(tx, cancellation)) {
            return work.apply(tx);
        } catch (RuntimeException e) {
            throw watchEnded(e);
        }
    }

    /** What ended the call stands before what its end caused. */
    private RuntimeException watchEnded(RuntimeException failure) {
        try {
            cancellation.check();
            return failure;
        } catch (RuntimeException end) {
            if (end != failure) {
                end.addSuppressed(failure);
            }
            return end;
        }
    }
}
