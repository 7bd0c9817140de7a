package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.lab.data.Item;
import org.gnnrec.linalg.DenseMatrix;
import org.junit.jupiter.api.Test;

class ItemFeaturesTest {
    @Test
    void genresAreOfLengthOneAndYearsStandardizedAndPlaced() {
        DenseMatrix features = ItemFeatures.of(List.of(new Item(1L, "A", List.of("Drama", "War"), 1990),
                new Item(2L, "B", List.of("Drama", "War"), 2000)));
        assertThat(features.cols()).isEqualTo(2 + 32 + 3 + 1);
        assertThat(features.row(0)).startsWith((float) Math.sqrt(0.5), (float) Math.sqrt(0.5)).endsWith(-1, 1, 0, 1);
        assertThat(features.row(1)).endsWith(1, 0, 1, 1);
    }

    @Test
    void withoutGenresAndYearsThereAreOnesOnly() {
        DenseMatrix features = ItemFeatures.of(List.of(new Item(1L, "A", List.of(), null)));
        assertThat(features.cols()).isEqualTo(1);
        assertThat(features.row(0)).containsExactly(1);
    }
}
