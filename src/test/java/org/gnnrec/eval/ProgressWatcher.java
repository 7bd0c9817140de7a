package org.gnnrec.eval;

import java.time.Duration;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Asks the server from a second session how far a training is, until closed. A failure comes out of {@link #close}. */
public final class ProgressWatcher implements AutoCloseable {
    private static final String QUERY = """
            SHOW TRANSACTIONS YIELD statusDetails
            WHERE statusDetails STARTS WITH 'gnnrec.train'
            RETURN statusDetails""";

    private final Driver driver;
    private final Duration interval;
    private final Consumer<TrainingProgress> consumer;
    private final Thread thread = new Thread(this::watch, "gnnrec-progress");
    private volatile boolean closed;
    private volatile RuntimeException failure;

    public ProgressWatcher(Driver driver, Duration interval, Consumer<TrainingProgress> consumer) {
        this.driver = driver;
        this.interval = interval;
        this.consumer = consumer;
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try (Session session = driver.session()) {
            while (!closed) {
                for (String line : session.run(QUERY).list(row -> row.get(0).asString())) {
                    TrainingProgress.parse(line).ifPresent(consumer);
                }
                pause();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void pause() {
        try {
            if (!closed) {
                wait(interval.toMillis());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("the progress of the training could not be read", failure);
        }
    }
}
