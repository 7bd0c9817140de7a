package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConfigMapTest {
    private static final Set<String> KEYS = Set.of("key", "modelName");

    @Test
    void anUnknownKeyIsRefusedWithTheNearestAndAll() {
        assertRefused(() -> ConfigMap.of(Map.of("modelname", "x"), KEYS),
                "unknown configuration key 'modelname' (did you mean 'modelName'?). Keys: key, modelName");
        assertRefused(() -> ConfigMap.of(Map.of("zzz", 1L), KEYS),
                "unknown configuration key 'zzz'. Keys: key, modelName");
    }

    @Test
    void aMissingKeyAndANullTakeTheDefault() {
        for (ConfigMap map : List.of(ConfigMap.of(Map.of(), KEYS), of(null), ConfigMap.of(null, KEYS))) {
            assertThat(map.text("key", "default")).isEqualTo("default");
            assertThat(map.text("key", null)).isNull();
            assertThat(map.texts("key")).isEmpty();
            assertThat(map.bool("key", true)).isTrue();
            assertThat(map.integer("key", 7, 1, 9)).isEqualTo(7);
        }
    }

    @Test
    void valuesOfTheRightTypeAreTaken() {
        assertThat(of("x").text("key", "default")).isEqualTo("x");
        assertThat(of(false).bool("key", true)).isFalse();
        assertThat(of("x").texts("key")).containsExactly("x");
        assertThat(of(List.of("x", "y")).texts("key")).containsExactly("x", "y");
    }

    @Test
    void aWholeNumberMayComeAsAFloatAndBothEndsOfTheRangeBelongToIt() {
        for (Object twenty : List.of(20L, 20.0)) {
            assertThat(of(twenty).integer("key", 1, 20, 30)).isEqualTo(20);
            assertThat(of(twenty).integer("key", 1, 10, 20)).isEqualTo(20);
        }
        assertThat(of(-0.0).integer("key", 1, 0, 1)).isZero();
    }

    @Test
    void anIntegerOfAnotherTypeOrOutOfRangeIsRefused() {
        List<Object> wrong = List.of(0L, 11L, 0.0, 5.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300, "5", true,
                List.of(5L));
        for (Object value : wrong) {
            assertRefused(() -> of(value).integer("key", 1, 1, 10), "key must be a whole number in [1, 10] but was ");
        }
        assertRefused(() -> ConfigMap.requireInteger("k", null, 1, 10), "but was null");
        assertRefused(() -> ConfigMap.requireInteger("k", 1e300, 1, Long.MAX_VALUE), "but was 1.0E300");
    }

    @Test
    void aTextOfAnotherTypeOrBlankIsRefused() {
        for (Object value : List.of(1L, true, List.of("x"), Map.of(), " ", "")) {
            assertRefused(() -> of(value).text("key", "default"), "key must be a text that is not blank but was ");
        }
        assertRefused(() -> of(" ").text("key", "default"), "' '");
    }

    @Test
    void aListOfOtherThanTextsIsRefused() {
        for (Object value : List.of(1L, true, Map.of(), "", " ", List.of(1L), List.of("x", " "),
                Arrays.asList("x", null))) {
            assertRefused(() -> of(value).texts("key"), "key must be a text or a list of texts");
        }
    }

    @Test
    void aSwitchOfAnotherTypeIsRefused() {
        for (Object value : List.of("true", 1L, List.of(true))) {
            assertRefused(() -> of(value).bool("key", true), "key must be true or false but was ");
        }
    }

    private static ConfigMap of(Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put("key", value);
        return ConfigMap.of(map, KEYS);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
