package org.gnnrec.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionConfigTest {

    @Test
    void usersAndItemsNeedLabelsOfTheirOwn() {
        assertThatThrownBy(
                () -> new ProjectionConfig("Node", "Node", "id", "id", List.of(), List.of(), List.of(), null))
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
    void withTypesNamedNothingIsSetApart() {
        ProjectionConfig config = config(List.of(), List.of("VALID"), List.of("TEST"))
                .withRelationshipTypes(List.of("LIKES"));
        assertThat(config).isEqualTo(config(List.of("LIKES"), List.of(), List.of()));
    }

    private static void assertRefusesLikes(List<String> train, List<String> validation, List<String> test) {
        assertThatThrownBy(() -> config(train, validation, test)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'LIKES' is named twice");
    }

    private static ProjectionConfig config(List<String> train, List<String> validation, List<String> test) {
        return new ProjectionConfig("User", "Item", "id", "id", train, validation, test, null);
    }
}
