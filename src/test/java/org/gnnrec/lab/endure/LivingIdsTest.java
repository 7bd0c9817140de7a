package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LivingIdsTest {
    @Test
    void theBornAreDrawnAndTheDyingAreNot() {
        LivingIds ids = new LivingIds(3);
        assertThat(ids.unborn()).isEqualTo(3);
        ids.born();
        ids.dying(1);
        SplittableRandom random = new SplittableRandom(1);
        assertThat(LongStream.generate(() -> ids.any(random)).limit(200).distinct()).containsExactlyInAnyOrder(0L, 2L,
                3L);
        assertThat(ids.isGone(1)).isTrue();
        assertThat(ids.unborn()).isEqualTo(4);
    }
}
