package org.gnnrec.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gnnrec.linalg.Cancellation;

/**
 * Runs work in the database on a thread of its own while the calling thread watches for cancellation. A commit or a
 * query may take long, and the caller must notice its end within a second.
 */
public final class WatchedWorker {
    private static final int WATCH_MILLIS = 100;

    private WatchedWorker() {}

    /** Work that asks {@code stopped} between batches. */
    public interface Work {
        void run(AtomicBoolean stopped);
    }

    /** Returns when the work is done. Throws what the work or the cancellation throws, after the work has stopped. */
    public static void run(Work work, Cancellation cancellation) {
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(done, work, stopped), "gnnrec-database");
        thread.setDaemon(true);
        thread.start();
        try {
            watch(done, cancellation);
        } finally {
            stopped.set(true);
            done.handle((result, failure) -> null).join();
        }
    }

    private static void complete(CompletableFuture<Void> done, Work work, AtomicBoolean stopped) {
        try {
            work.run(stopped);
            done.complete(null);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private static void watch(CompletableFuture<Void> done, Cancellation cancellation) {
        while (true) {
            cancellation.check();
            try {
                done.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Not done yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the database", e);
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            }
        }
    }

    /** Work throws only unchecked exceptions. */
    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
