package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final Resources before = new Resources(100, 10, 20, 5);
    private final Resources tolerance = new Resources(10, 2, 3, 0);

    @Test
    void theToleranceIsAllowedAndLessIsNeverWrong() {
        assertThat(before.growth(new Resources(110, 12, 23, 5), tolerance)).isEmpty();
        assertThat(before.growth(new Resources(0, 0, 0, 0), tolerance)).isEmpty();
    }

    @Test
    void eachThatGrewIsNamed() {
        assertThat(before.growth(new Resources(111, 13, 24, 6), tolerance)).containsExactly(
                "live heap bytes grew from 100 to 111, by more than 10", "threads grew from 10 to 13, by more than 2",
                "file handles grew from 20 to 24, by more than 3", "temporary files grew from 5 to 6, by more than 0");
    }
}
