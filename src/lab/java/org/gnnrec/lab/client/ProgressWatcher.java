package org.gnnrec.lab.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private final CountDownLatch closed = new CountDownLatch(1);
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
            do {
                for (String line : session.run(QUERY).list(row -> row.get(0).asString())) {
                    TrainingProgress.parse(line).ifPresent(consumer);
                }
            } while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed.countDown();
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
