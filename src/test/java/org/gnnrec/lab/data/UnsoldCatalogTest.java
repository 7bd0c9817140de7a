package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnsoldCatalogTest {
    private static final PowerLawGraph SOLD = new PowerLawGraph(300, 100, 3_000, 7);

    @Test
    void theInteractionsAreThoseOfTheGraphOnEveryFourthItem() {
        Dataset dataset = new UnsoldCatalog(SOLD, 400).dataset();
        assertThat(dataset.items()).hasSize(400);
        assertThat(dataset.interactionCount()).isEqualTo(dataset.train().size());
        for (int user = 0; user < 300; user++) {
            assertThat(dataset.train().itemsOf(user))
                    .isEqualTo(Arrays.stream(SOLD.itemsOf(user)).map(item -> 4 * item).toArray());
        }
        assertThat(IntStream.range(0, 300).flatMap(user -> Arrays.stream(dataset.train().itemsOf(user))).distinct()
                .count()).isGreaterThan(90);
    }

    @Test
    void itemsThatAreNotAMultipleAreRefused() {
        assertThatThrownBy(() -> new UnsoldCatalog(SOLD, 150)).hasMessageContaining("a multiple of the 100 items");
        assertThatThrownBy(() -> new UnsoldCatalog(SOLD, 50)).hasMessageContaining("but got 50 items");
    }
}
