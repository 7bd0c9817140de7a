package org.gnnrec.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void percentilesAreByNearestRank() {
        double[] millis = IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1001 - i).toArray();
        assertThat(Latency.of(millis)).isEqualTo(new Latency(500, 990));
        assertThat(Latency.of(new double[]{ 3 })).isEqualTo(new Latency(3, 3));
    }
}
