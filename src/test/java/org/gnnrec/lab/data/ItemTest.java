package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemTest {
    @Test
    void aNodeHasWhatTheDataHas() {
        assertThat(new Item(1L, "Toy Story", List.of("Animation"), 1995).properties())
                .isEqualTo(Map.of("id", 1L, "title", "Toy Story", "genres", List.of("Animation"), "year", 1995));
        assertThat(new Item("a", null, List.of(), null).properties()).isEqualTo(Map.of("id", "a"));
    }

    @Test
    void aYearIsFourDigitsOrNone() {
        assertThat(ReleaseYear.of("1995")).isEqualTo(1995);
        assertThat(ReleaseYear.of("V")).isNull();
        assertThat(ReleaseYear.of(null)).isNull();
    }

    @Test
    void aTitleEndsInItsYearOrHasNone() {
        assertThat(ReleaseYear.ofTitle("1984 (Nineteen) (1956)")).isEqualTo(1956);
        assertThat(ReleaseYear.ofTitle("Fargo (2014-)")).isNull();
        assertThat(ReleaseYear.ofTitle("(1999) Again")).isNull();
        assertThat(ReleaseYear.ofTitle(null)).isNull();
    }
}
