package org.gnnrec.lab.endure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads that each do their work until they are told to end. An exception of one is a violation. */
final class SoakLoad implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Violations violations;

    /** The work of one thread. */
    interface Worker {
        void work(SoakLoad load) throws InterruptedException;
    }

    SoakLoad(Violations violations) {
        this.violations = violations;
    }

    void start(Worker worker) {
        Thread thread = new Thread(() -> run(worker), "endure-" + worker.getClass().getSimpleName());
        threads.add(thread);
        thread.start();
    }

    private void run(Worker worker) {
        try {
            worker.work(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            violations.add(Thread.currentThread().getName() + " ended: " + e);
        }
    }

    boolean goesOn() {
        return end.getCount() > 0;
    }

    /** Waits so long; false where the end came first. */
    boolean goesOnAfter(long seconds) throws InterruptedException {
        return !end.await(seconds, TimeUnit.SECONDS);
    }

    /** Tells all threads to end and waits for each. */
    @Override
    public void close() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
