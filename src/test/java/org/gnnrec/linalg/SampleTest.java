package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final int[] VALUES = { 7, 3, 9, 1 };

    @Test
    void takesAllWhereTheyAreNotMore() {
        assertThat(Sample.of(VALUES, 4, new SplittableRandom(1))).containsExactly(VALUES);
        assertThat(Sample.of(VALUES, 9, new SplittableRandom(1))).containsExactly(VALUES);
        assertThat(Sample.of(new int[0], 3, new SplittableRandom(1))).isEmpty();
        assertThat(Sample.of(VALUES, 0, new SplittableRandom(1))).isEmpty();
    }

    @Test
    void eachSubsetIsEquallyLikelyAndInTheGivenOrder() {
        int[] seen = new int[16];
        for (int seed = 0; seed < 6_000; seed++) {
            int[] sample = Sample.of(VALUES, 2, new SplittableRandom(seed));
            seen[IntStream.of(sample).map(SampleTest::bit).sum()]++;
            assertThat(place(sample[0])).isLessThan(place(sample[1]));
        }
        assertThat(IntStream.of(seen).filter(count -> count > 0)).hasSize(6).allSatisfy(
                count -> assertThat(count).isBetween(850, 1_150));
    }

    private static int bit(int value) {
        return 1 << place(value);
    }

    private static int place(int value) {
        return IntStream.range(0, VALUES.length).filter(place -> VALUES[place] == value).findFirst().orElseThrow();
    }
}
