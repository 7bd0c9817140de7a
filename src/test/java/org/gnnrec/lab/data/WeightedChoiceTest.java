package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedChoiceTest {
    @Test
    void drawsAsOftenAsTheWeightsSay() {
        WeightedChoice choice = new WeightedChoice(new int[]{ 7, 8, 9 }, value -> value == 8 ? 0 : value);
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[10];
        for (int i = 0; i < 16_000; i++) {
            counts[choice.draw(random)]++;
        }
        assertThat(counts[8]).isZero();
        assertThat(counts[7]).isCloseTo(7000, within(300));
        assertThat(counts[9]).isCloseTo(9000, within(300));
    }

    @Test
    void nothingToChooseFromIsEmpty() {
        assertThat(new WeightedChoice(new int[0], value -> 1).isEmpty()).isTrue();
    }
}
