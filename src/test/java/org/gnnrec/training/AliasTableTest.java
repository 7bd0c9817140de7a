package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AliasTableTest {
    @Test
    void drawsEachIndexAsOftenAsItsWeightSays() {
        double[] weights = { 0, 1, 5, 0.5, 20, 0, 3 };
        AliasTable table = new AliasTable(weights);
        SplittableRandom random = new SplittableRandom(1);
        int draws = 400_000;
        int[] counts = new int[weights.length];
        for (int n = 0; n < draws; n++) {
            counts[table.draw(random)]++;
        }
        for (int index = 0; index < weights.length; index++) {
            assertThat((double) counts[index] / draws).isCloseTo(weights[index] / 29.5, within(0.004));
        }
        assertThat(counts[0]).isZero();
    }

    @Test
    void equalWeightsAreNeverRedirected() {
        AliasTable table = new AliasTable(new double[]{ 3, 3, 3 });
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[3];
        for (int n = 0; n < 3000; n++) {
            counts[table.draw(random)]++;
        }
        assertThat(counts).doesNotContain(0);
    }

    @Test
    void oneIndexIsAlwaysDrawn() {
        assertThat(new AliasTable(new double[]{ 0.3 }).draw(new SplittableRandom(1))).isZero();
    }
}
