package org.gnnrec.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int NUMBERS = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = { 0.1, 0.5, 0.9 })
    void dropsItsShareAndKeepsTheExpectation(double rate) {
        Dropout dropout = new Dropout(rate);
        dropout.begin(new Pass(new SplittableRandom(3)));
        double zeros = IntStream.range(0, NUMBERS).filter(n -> dropout.factor(n) == 0).count();
        assertThat(zeros / NUMBERS).isCloseTo(rate, within(0.005));
        assertThat(mean(dropout)).isCloseTo(1, within(0.03));
    }

    @Test
    void neighborsInOrderAreIndependent() {
        Dropout dropout = new Dropout(0.5);
        dropout.begin(new Pass(new SplittableRandom(3)));
        double equal = IntStream.range(1, NUMBERS).filter(n -> dropout.factor(n) == dropout.factor(n - 1)).count();
        assertThat(equal / NUMBERS).isCloseTo(0.5, within(0.005));
    }

    @Test
    void inferenceAndARateOfZeroChangeNothing() {
        Dropout dropout = new Dropout(0.5);
        dropout.begin(Pass.INFERENCE);
        assertThat(dropout.isActive()).isFalse();
        assertThat(mean(dropout)).isEqualTo(1);
        Dropout none = new Dropout(0);
        none.begin(new Pass(new SplittableRandom(3)));
        assertThat(mean(none)).isEqualTo(1);
    }

    private static double mean(Dropout dropout) {
        return IntStream.range(0, NUMBERS).mapToDouble(dropout::factor).average().orElseThrow();
    }
}
