package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void lapsAreDisjointAndAddUpToNoMoreThanTheWhole() throws InterruptedException {
        long start = System.nanoTime();
        Stopwatch watch = new Stopwatch();
        Thread.sleep(5);
        watch.lap("read");
        watch.lap("train");
        long whole = (System.nanoTime() - start) / 1_000_000;
        assertThat(watch.millis("read")).isGreaterThanOrEqualTo(4);
        assertThat(watch.millis("train")).isNotNegative();
        assertThat(watch.millis("read") + watch.millis("train")).isLessThanOrEqualTo(whole);
    }
}
