package org.gnnrec.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossPlotTest {
    @Test
    void aFallingLossFallsFromTheTopLeft() {
        assertThat(LossPlot.render(List.of(7.0, 5.0, 3.0, 1.0, 0.0))).isEqualTo("""
                     7.000 |*
                           |
                           | *
                           |
                           |  *
                           |
                           |   *
                     0.000 |    *
                           +-----
                            1 epoch 5
                """);
    }

    @Test
    void oneEpochAndEqualLossesAreDrawnToo() {
        assertThat(LossPlot.render(List.of(2.5))).contains("2.500").contains("epoch 1").containsOnlyOnce("*");
        assertThat(LossPlot.render(List.of(2.5, 2.5))).contains("**");
        assertThat(LossPlot.render(List.of())).isEmpty();
    }

    @Test
    void manyEpochsShareColumns() {
        List<Double> losses = IntStream.range(0, 1000).mapToObj(epoch -> 1.0 / (1 + epoch)).toList();
        assertThat(LossPlot.render(losses).lines()).allMatch(line -> line.length() <= 72);
        assertThat(LossPlot.render(losses)).contains("epoch 1000");
    }
}
