package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.testing.Page;
import org.junit.jupiter.api.Test;

class CommunitySettingsTest {
    @Test
    void defaultsChooseTheCountAndWriteNothing() {
        CommunitySettings settings = CommunitySettings.of(Map.of());
        assertThat(settings.modelName()).isEqualTo("default");
        assertThat(settings.count()).isNull();
        assertThat(settings.values().get(CommunitySettings.NAME_PROPERTIES)).isEmpty();
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
    void theTableOfTheProcedureHasExactlyTheKeys() {
        List<String> keys = Page.of("docs/procedures.md").table("community key").stream()
                .flatMap(row -> Stream.of(row.get(0).replace("`", "").split(", "))).toList();
        assertThatThrownBy(() -> CommunitySettings.of(Map.of("?", 1)))
                .satisfies(e -> assertThat(List.of(e.getMessage().replaceFirst("(?s).*Keys: ", "").split(", ")))
                        .containsExactlyInAnyOrderElementsOf(keys));
    }

    @Test
    void tooFewItemsAreRefusedWithAWayOut() {
        assertThatThrownBy(() -> CommunitySettings.of(Map.of("communityCount", 9L)).requireEnough(8))
                .hasMessageContaining("has 8 items").hasMessageContaining("Lower communityCount");
        assertThatThrownBy(() -> CommunitySettings.of(Map.of()).requireEnough(1)).hasMessageContaining("it takes 2");
        assertThatCode(() -> CommunitySettings.of(Map.of("communityCount", 9L)).requireEnough(9))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String key, Object value, String message) {
        assertThatThrownBy(() -> CommunitySettings.of(Map.of(key, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
