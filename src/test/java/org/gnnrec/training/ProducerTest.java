package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gnnrec.linalg.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProducerTest {
    @Test
    void givesWhatWasMadeOnAThreadOfItsOwn() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        try (Producer<Integer> producer = new Producer<>("numbers", cancellation -> {
            worker.set(Thread.currentThread());
            return 7;
        })) {
            producer.start();
            assertThat(producer.take(Cancellation.NEVER)).isEqualTo(7);
            assertThat(producer.take(Cancellation.NEVER)).isEqualTo(7);
            assertThat(worker.get().getName()).isEqualTo("gnnrec-numbers");
        }
        assertThat(worker.get().isAlive()).isFalse();
    }

    @Test
    void itsFailureIsThrownWithTheCause() {
        OutOfMemoryError failure = new OutOfMemoryError("no room");
        try (Producer<Integer> producer = new Producer<>("numbers", cancellation -> {
            throw failure;
        })) {
            producer.start();
            assertThatIllegalStateException().isThrownBy(() -> producer.take(Cancellation.NEVER))
                    .withMessage("gnnrec-numbers failed: no room").withCause(failure);
        }
    }

    @Test
    void whoeverClosesItEndsTheWorkAndItsThread() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        Producer<Integer> producer = endless(begun, worker);
        producer.start();
        await(begun);
        assertThat(producer.isDone()).isFalse();
        producer.close();
        assertThat(worker.get().isAlive()).isFalse();
        assertThat(producer.isDone()).isTrue();
    }

    @Test
    void whoeverWaitsMayGiveUp() {
        CountDownLatch begun = new CountDownLatch(1);
        try (Producer<Integer> producer = endless(begun, new AtomicReference<>())) {
            producer.start();
            await(begun);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> producer.take(() -> {
                throw new CancellationException("terminated");
            })).withMessage("terminated");
        }
    }

    @Test
    void anInterruptionEndsTheWaitingAndIsKept() {
        CountDownLatch begun = new CountDownLatch(1);
        Producer<Integer> producer = endless(begun, new AtomicReference<>());
        producer.start();
        await(begun);
        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(() -> producer.take(Cancellation.NEVER))
                .withMessage("interrupted while waiting for gnnrec-numbers");
        producer.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatNeverStartedIsClosedAtOnce() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        endless(new CountDownLatch(1), worker).close();
        assertThat(worker.get()).isNull();
    }

    private static Producer<Integer> endless(CountDownLatch begun, AtomicReference<Thread> worker) {
        return new Producer<>("numbers", cancellation -> {
            worker.set(Thread.currentThread());
            while (true) {
                begun.countDown();
                cancellation.check();
            }
        });
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
