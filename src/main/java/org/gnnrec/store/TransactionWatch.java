package org.gnnrec.store;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Transaction;

/**
 * Terminates a transaction as soon as the call that owns it must end. The thread of the call cannot do so while it waits
 * for a lock. One thread watches all transactions, and it ends when there are none for a minute.
 */
final class TransactionWatch implements AutoCloseable {
    private static final int WATCH_MILLIS = 100;
    private static final ScheduledThreadPoolExecutor WATCHER = watcher();

    private final Transaction tx;
    private final Cancellation cancellation;
    private final ScheduledFuture<?> future;
    private boolean isClosed;

    private TransactionWatch(Transaction tx, Cancellation cancellation) {
        this.tx = tx;
        this.cancellation = cancellation;
        this.future = WATCHER.scheduleWithFixedDelay(this::look, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches until closed. */
    static TransactionWatch begin(Transaction tx, Cancellation cancellation) {
        return new TransactionWatch(tx, cancellation);
    }

    private synchronized void look() {
        if (isClosed) {
            return;
        }
        try {
            cancellation.check();
        } catch (RuntimeException e) {
            tx.terminate();
            throw e; // ends this watch; the call throws the same
        }
    }

    /** From its return on nothing terminates the transaction: Neo4j gives what is behind it to another one. */
    @Override
    public synchronized void close() {
        isClosed = true;
        future.cancel(false);
    }

    private static ScheduledThreadPoolExecutor watcher() {
        ScheduledThreadPoolExecutor watcher = new ScheduledThreadPoolExecutor(1, TransactionWatch::thread);
        watcher.setKeepAliveTime(1, TimeUnit.MINUTES);
        watcher.allowCoreThreadTimeOut(true);
        watcher.setRemoveOnCancelPolicy(true);
        return watcher;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gnnrec-watch");
        thread.setDaemon(true);
        return thread;
    }
}
