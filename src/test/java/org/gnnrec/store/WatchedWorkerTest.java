package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchedWorkerTest {

    @Test
    void workRunsOnAThreadOfItsOwnAndIsDoneAtTheReturn() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        WatchedWorker.run(stopped -> worker.set(Thread.currentThread()), () -> {});
        assertThat(worker.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    @Test
    void aCancellationStopsTheWorkAndWaitsForIt() {
        AtomicBoolean isDone = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        assertThatThrownBy(() -> WatchedWorker.run(stopped -> {
            begun.countDown();
            while (!stopped.get()) {
                Thread.onSpinWait();
            }
            isDone.set(true);
        }, () -> {
            if (begun.getCount() == 0) {
                throw new IllegalStateException("terminated");
            }
        })).isInstanceOf(IllegalStateException.class).hasMessage("terminated");
        assertThat(isDone).isTrue();
    }

    @Test
    void aFailureOfTheWorkIsThrownOnAsItIs() {
        IllegalArgumentException failure = new IllegalArgumentException("no room");
        assertThatThrownBy(() -> WatchedWorker.run(stopped -> {
            throw failure;
        }, () -> {})).isSameAs(failure);
    }

    @Test
    void anErrorOfTheWorkIsThrownOnAsItIs() {
        OutOfMemoryError error = new OutOfMemoryError("not really");
        assertThatThrownBy(() -> WatchedWorker.run(stopped -> {
            throw error;
        }, () -> {})).isSameAs(error);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysVisible() {
        AtomicBoolean wasStopped = new AtomicBoolean();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> WatchedWorker.run(stopped -> {
            while (!stopped.get()) {
                Thread.onSpinWait();
            }
            wasStopped.set(true);
        }, () -> {})).isInstanceOf(IllegalStateException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wasStopped).isTrue();
    }
}
