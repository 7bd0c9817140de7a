package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.ServedModels.kind;

import java.util.List;
import java.util.Map;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Weighting;
import org.junit.jupiter.api.Test;

class ProjectionConfigTest {

    @Test
    void usersAndItemsNeedLabelsOfTheirOwn() {
        assertThatThrownBy(
                () -> new ProjectionConfig(kind("Node"), kind("Node"), List.of(), List.of(), List.of(), Weighting.NONE,
                        GraphSource.STORE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("both are 'Node'");
    }

    @Test
    void aTypeStandsInOneListOnly() {
        assertRefusesLikes(List.of("LIKES", "LIKES"), List.of(), List.of());
        assertRefusesLikes(List.of("LIKES"), List.of("LIKES"), List.of());
        assertRefusesLikes(List.of("LIKES"), List.of(), List.of("LIKES"));
        assertRefusesLikes(List.of(), List.of("LIKES"), List.of("LIKES"));
    }

    @Test
    void aWeighedTypeIsAmongThoseNamedUnlessItIsADislike() {
        assertThatThrownBy(() -> weighed(List.of("LIKES"), Map.of("BOUGHT", 5.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relationshipWeights: 'BOUGHT' is not among relationshipTypes [LIKES]");
        assertThat(weighed(List.of("LIKES"), Map.of("DISLIKED", 0.0)).namedTypes()).containsExactly("LIKES");
        assertThat(weighed(List.of(), Map.of("BOUGHT", 5.0)).namedTypes()).containsExactly("BOUGHT");
    }

    private static ProjectionConfig weighed(List<String> types, Map<String, Double> weights) {
        return new ProjectionConfig(kind("User"), kind("Item"), types, List.of(), List.of(),
                new Weighting(weights, null, null, Double.POSITIVE_INFINITY), GraphSource.STORE);
    }

    private static void assertRefusesLikes(List<String> train, List<String> validation, List<String> test) {
        assertThatThrownBy(() -> config(train, validation, test)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'LIKES' is named twice");
    }

    private static ProjectionConfig config(List<String> train, List<String> validation, List<String> test) {
        return new ProjectionConfig(kind("User"), kind("Item"), train, validation, test, Weighting.NONE,
                GraphSource.STORE);
    }
}
