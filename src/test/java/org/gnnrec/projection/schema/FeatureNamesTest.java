package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureNamesTest {
    @Test
    void namesAreThePluralOfTheLabel() {
        assertThat(List.of("Genre", "Category", "BookSeries", "Essay", "愛")).extracting(
                label -> FeatureNames.of(label, List.of()))
                .containsExactly("genres", "categories", "bookSeries", "essays", "愛s");
    }

    @Test
    void aTakenNameGetsANumber() {
        assertThat(FeatureNames.of("Genre", List.of("genres", "genres2"))).isEqualTo("genres3");
    }
}
