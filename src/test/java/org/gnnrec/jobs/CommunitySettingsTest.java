package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.jobs.CommunityItems.LeftOut;
import org.gnnrec.source.NodeValues;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;

class CommunitySettingsTest {
    @Test
    void defaultsChooseTheCountAndWriteNothing() {
        CommunitySettings settings = CommunitySettings.of(Map.of());
        assertThat(settings.modelName()).isEqualTo("default");
        assertThat(settings.count()).isNull();
        assertThat(settings.values().get(CommunitySettings.NAME_PROPERTIES).isEmpty()).isTrue();
        assertThat(settings.writeProperty()).isNull();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertRefused("communityCount", 1L, "communityCount must be a whole number in [2, 500] but was 1");
        assertRefused("typicalCount", -1L, "typicalCount must be a whole number in [0, 1000] but was -1");
        assertRefused("bridgingCount", 1001L, "bridgingCount must be");
        assertRefused("randomSeed", "x", "randomSeed must be a whole number");
        assertRefused("communitycount", 4L, "did you mean 'communityCount'?");
    }

    @Test
    void namesArePropertiesAndExpressionsOverItems() {
        NodeValues names = CommunitySettings.of(Map.of("nameProperties",
                List.of("title", Map.of("genre", "[(item)-[:IN_GENRE]->(g) | g.name]")))).values()
                .get(CommunitySettings.NAME_PROPERTIES);
        assertThat(names.names()).containsExactly("title", "genre");
        assertThat(names.properties()).containsExactly("title");
        assertRefused("nameProperties", 5L, "nameProperties must be a property, a map of names to Cypher expressions "
                + "over item, or a list of such, but was 5");
        assertRefused("nameProperties", Map.of("x", "user.x"), "nameProperties.x must be an expression over item");
    }

    @Test
    void theTableOfTheProcedureHasExactlyTheKeys() {
        List<String> keys = Page.of("docs/procedures.md").table("community key").stream()
                .flatMap(row -> Stream.of(row.get(0).replace("`", "").split(", "))).toList();
        assertThatThrownBy(() -> CommunitySettings.of(Map.of("?", 1)))
                .satisfies(e -> assertThat(List.of(e.getMessage().replaceFirst("(?s).*Keys: ", "").split(", ")))
                        .containsExactlyInAnyOrderElementsOf(keys));
    }

    @Test
    void tooFewItemsAreRefusedWithAWayOut() {
        LeftOut leftOut = new LeftOut(3, 2, 1);
        assertThatThrownBy(() -> CommunitySettings.of(Map.of("communityCount", 9L)).requireEnough(8, leftOut))
                .hasMessage("model 'default' has 8 items for 9 communities. Left out are 3 without an interaction in "
                        + "training, 2 with an embedding of zeros, and 1 deleted since. Lower communityCount");
        for (Map<String, Object> config : List.of(Map.<String, Object>of(),
                Map.<String, Object>of("communityCount", 9L))) {
            assertThatThrownBy(() -> CommunitySettings.of(config).requireEnough(0, leftOut))
                    .hasMessageContaining("has 0 items for").hasMessageEndingWith("Train it again");
        }
        assertThatCode(() -> CommunitySettings.of(Map.of("communityCount", 9L)).requireEnough(9, leftOut))
                .doesNotThrowAnyException();
    }

    @Test
    void oneCommunityIsNone() {
        assertThatThrownBy(() -> CommunitySettings.of(Map.of()).requireSeveral(1, 80))
                .hasMessageContaining(
                        "model 'default' has no communities: the embeddings of its 80 items have all the same "
                                + "direction");
        assertThatCode(() -> CommunitySettings.of(Map.of()).requireSeveral(2, 80)).doesNotThrowAnyException();
    }

    private static void assertRefused(String key, Object value, String message) {
        assertThatThrownBy(() -> CommunitySettings.of(Map.of(key, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
