package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gnnrec.lab.endure.GrowthRule.Point;
import org.junit.jupiter.api.Test;

class GrowthRuleTest {
    private final GrowthRule rule = GrowthRule.of(1_800);

    private static Point point(double seconds, long heap, long threads, long handles) {
        return new Point(seconds, new Resources(heap, threads, handles, 0));
    }

    @Test
    void theWindowIsFiveMinutesOrHalfOfAShortRun() {
        assertThat(rule.windowSeconds()).isEqualTo(300);
        assertThat(GrowthRule.of(120).windowSeconds()).isEqualTo(60);
    }

    @Test
    void aTenthMoreThanTheLargestOfTheWindowIsAllowed() {
        assertThat(rule.broken(List.of(point(15, 50, 10, 40), point(300, 100, 20, 40), point(301, 110, 22, 44),
                point(900, 20, 20, 20)))).isEmpty();
    }

    @Test
    void moreIsNamed() {
        List<String> broken = rule.broken(List.of(point(15, 100, 10, 40), point(400, 111, 12, 45)));
        assertThat(broken).hasSize(3);
        assertThat(broken.get(0)).contains("file handles reached 45").contains("40 at most");
        assertThat(broken.get(1)).contains("live heap bytes reached 111");
        assertThat(broken.get(2)).contains("threads reached 12");
    }

    @Test
    void aRunWithoutSamplesOnBothSidesProvesNothing() {
        assertThatThrownBy(() -> rule.broken(List.of(point(15, 1, 1, 1)))).hasMessageContaining("after the first 300");
        assertThatThrownBy(() -> rule.broken(List.of(point(400, 1, 1, 1)))).hasMessageContaining("in the first 300");
    }
}
