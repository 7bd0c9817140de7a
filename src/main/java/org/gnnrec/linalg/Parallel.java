package org.gnnrec.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed set of named threads that split index ranges in a fixed way. Part t of n parts is the same range in every
 * run, so sums that are kept per part add up to the same bits. Not reentrant.
 */
public final class Parallel implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int concurrency;
    private final ExecutorService threads;

    public Parallel(int concurrency) {
        this.concurrency = concurrency;
        this.threads = concurrency == 1 ? null : Executors.newFixedThreadPool(concurrency - 1, Parallel::thread);
    }

    /** Work on the indices [from, to), the part-th of {@link #concurrency} parts. */
    public interface Part {
        void run(int part, int from, int to);
    }

    public int concurrency() {
        return concurrency;
    }

    /** Splits [0, n) into equal parts and runs them, the last on the calling thread; returns when all are done. */
    public void forRange(int n, Part work) {
        int[] bounds = new int[concurrency + 1];
        for (int part = 0; part <= concurrency; part++) {
            bounds[part] = (int) ((long) n * part / concurrency);
        }
        forBounds(bounds, work);
    }

    /** Runs part t on [bounds[t], bounds[t + 1]); there are {@link #concurrency} + 1 bounds. */
    public void forBounds(int[] bounds, Part work) {
        List<Future<?>> running = new ArrayList<>(concurrency - 1);
        for (int part = 0; part < concurrency - 1; part++) {
            int p = part;
            running.add(threads.submit(() -> work.run(p, bounds[p], bounds[p + 1])));
        }
        RuntimeException failure = runLast(bounds, work);
        for (Future<?> future : running) {
            failure = await(future, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private RuntimeException runLast(int[] bounds, Part work) {
        try {
            work.run(concurrency - 1, bounds[concurrency - 1], bounds[concurrency]);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Waits for a part even after a failure, because no part may still write when the call returns. */
    private static RuntimeException await(Future<?> future, RuntimeException failure) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get();
                    return failure;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return failure != null ? failure : unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What a part threw, as it is where that can be: its message may be for the user. */
    private static RuntimeException unchecked(Throwable thrown) {
        return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gnnrec-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdown();
        }
    }
}
