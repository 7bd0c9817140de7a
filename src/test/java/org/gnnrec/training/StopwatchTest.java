package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void aLapThatNeverEndedTookNothing() {
        assertThat(new Stopwatch<>(Lap.class).millis(Lap.FIT)).isZero();
    }

    @Test
    void lapsAreDisjointAndAddUpToNoMoreThanTheWhole() throws InterruptedException {
        long start = System.nanoTime();
        Stopwatch<Lap> watch = new Stopwatch<>(Lap.class);
        Thread.sleep(5);
        watch.lap(Lap.SELECT);
        watch.lap(Lap.FIT);
        long whole = (System.nanoTime() - start) / 1_000_000;
        assertThat(watch.millis(Lap.SELECT)).isGreaterThanOrEqualTo(4);
        assertThat(watch.millis(Lap.FIT)).isNotNegative();
        assertThat(watch.millis(Lap.SELECT) + watch.millis(Lap.FIT)).isLessThanOrEqualTo(whole);
    }
}
