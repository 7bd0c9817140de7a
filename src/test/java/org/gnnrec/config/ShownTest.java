package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void valuesAreShownAsTheyAre() {
        assertThat(Shown.of("a")).isEqualTo("'a'");
        assertThat(Shown.of(null)).isEqualTo("null");
        assertThat(Shown.of(Arrays.asList(1L, "a", null, Map.of("k", List.of(true)))))
                .isEqualTo("[1, a, null, {k=[true]}]");
    }

    @Test
    void aLongTextOrListIsCut() {
        assertThat(Shown.of("x".repeat(20_000_000))).isEqualTo("'" + "x".repeat(200) + "...'");
        assertThat(Shown.of(Collections.nCopies(1_000_000, "x".repeat(1_000)))).hasSize(203).endsWith("...");
    }

    @Test
    void deepListsAndMapsAreCut() {
        List<Object> deep = List.of();
        for (int n = 0; n < 100_000; n++) {
            deep = List.of(deep);
        }
        assertThat(Shown.of(deep)).isEqualTo("[[[[[...]]]]]");
        assertThat(Shown.of(Map.of("k", deep))).isEqualTo("{k=[[[[...]]]]}");
    }
}
