package org.gnnrec.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gnnrec.linalg.Cancellation;

/**
 * Makes one product on another thread while training goes on, which needs it later (after the producer and consumer of
 * Ying et al., KDD 2018, section 3.3, where a producer prepares the input of the GPU). Nothing runs before
 * {@link #start} or after {@link #close}. For one thread, except the work.
 */
final class Producer<T> implements AutoCloseable {
    private static final int WATCH_MILLIS = 100;

    private final FutureTask<T> product;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param name of the thread and in errors
     * @param work gets a cancellation to check now and then; it throws once nobody needs the product
     */
    Producer(String name, Function<Cancellation, T> work) {
        this.product = new FutureTask<>(() -> work.apply(this::requireOpen));
        this.thread = new Thread(product, "gnnrec-" + name);
        thread.setDaemon(true);
    }

    private void requireOpen() {
        if (closed) {
            throw new CancellationException("the training that wanted this has ended");
        }
    }

    /** Begins the work. It is called once. */
    void start() {
        thread.start();
    }

    /** True once {@link #take} does not wait: there is a product or a failure. */
    boolean isDone() {
        return product.isDone();
    }

    /**
     * Waits for the product.
     *
     * @param cancellation runs meanwhile, on the calling thread, and may throw to end the waiting
     * @throws IllegalStateException where the work failed, with its failure as the cause
     */
    T take(Cancellation cancellation) {
        while (true) {
            cancellation.check();
            try {
                return product.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The next round checks the cancellation.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(thread.getName() + " failed: " + e.getCause().getMessage(),
                        e.getCause());
            }
        }
    }

    /** Ends the work at its next check, and returns when the thread has ended. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
