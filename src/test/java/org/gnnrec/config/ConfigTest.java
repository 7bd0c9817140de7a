package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private enum Shape {
        ROUND, FLAT
    }

    private static final Key<String> NAME = Key.text("modelName", "The name.").usually("default");
    private static final Key<Integer> LAYERS = Key.integer("layers", 0, 9, "How many.").open("chosen");
    private static final Key<Double> RATE = Key.number("rate", 0, 1, "How much.").usually(0.5);
    private static final Key<Boolean> REFIT = Key.bool("refit", "Whether.").usually(true);
    private static final Key<List<String>> TYPES = Key.texts("types", "Which ones.");
    private static final Key<List<String>> LABEL = Key.of("label", Kinds.ONE_OR_MORE, "Which label.")
            .usually(List.of("User"));
    private static final Key<List<Integer>> SIZES = Key.of("sizes", Kinds.integers(3, 1, 9), "How many each.");
    private static final Key<Shape> SHAPE = Key.oneOf("shape", List.of(Shape.values()), "Which shape.")
            .usually(Shape.ROUND);
    private static final Key<Map<String, Object>> WEIGHTS = Key.map("weights", "What each weighs.");
    private static final List<Key<?>> KEYS = List.of(NAME, LAYERS, RATE, REFIT, TYPES, LABEL, SIZES, SHAPE, WEIGHTS);
    private static final Key<Integer> OTHER = Key.integer("other", 0, 9, "Of another configuration.").usually(3);

    @Test
    void anUnknownKeyIsRefusedWithTheNearestAndAll() {
        List<Key<?>> keys = List.of(NAME, LAYERS);
        assertRefused(() -> Config.read(Map.of("modelname", "x"), keys),
                "unknown configuration key 'modelname' (did you mean 'modelName'?). Keys: layers, modelName");
        assertRefused(() -> Config.read(Map.of("zzz", 1L), keys),
                "unknown configuration key 'zzz'. Keys: layers, modelName");
        assertRefused(() -> Config.requireKnown(nulled("zzz"), keys),
                "unknown configuration key 'zzz'. Keys: layers, modelName");
    }

    @Test
    void aMissingKeyAndANullTakeTheDefault() {
        for (Config config : List.of(Config.read(Map.of(), KEYS), Config.read(null, KEYS),
                Config.read(nulled("modelName", "layers", "refit", "types"), KEYS))) {
            assertThat(config.get(NAME)).isEqualTo("default");
            assertThat(config.get(LAYERS)).isNull();
            assertThat(config.get(TYPES)).isEmpty();
            assertThat(config.get(REFIT)).isTrue();
            assertThat(config.get(SIZES)).isNull();
            assertThat(config.get(WEIGHTS)).isEmpty();
            assertThat(config.has(NAME)).isFalse();
        }
    }

    @Test
    void aWrongValueIsRefusedWithKeyValuesAndValue() {
        assertRefused(() -> read("layers", 10L), "layers must be a whole number in [0, 9] but was 10");
        assertRefused(() -> read("layers", "2"), "layers must be a whole number in [0, 9] but was '2'");
        assertRefused(() -> read("shape", "square"), "shape must be 'round' or 'flat' but was 'square'");
        assertRefused(() -> read("label", List.of()),
                "label must be a text or a list of texts that are not blank but was []");
        assertRefused(() -> read("sizes", List.of(1L, 0L)),
                "sizes must be at most 3 whole numbers in [1, 9] but was [1, 0]");
    }

    @Test
    void valuesAreReadOnce() {
        Config config = Config.read(
                Map.of("layers", 2.0, "shape", "Flat", "label", List.of("A", "B", "A"), "weights", Map.of("A", 2L)),
                KEYS);
        assertThat(config.get(LAYERS)).isEqualTo(2);
        assertThat(config.get(SHAPE)).isEqualTo(Shape.FLAT);
        assertThat(config.get(LABEL)).containsExactly("A", "B");
        assertThat(config.get(WEIGHTS)).isEqualTo(Map.of("A", 2L));
        assertThat(config.has(LAYERS)).isTrue();
        assertThat(config.has(RATE)).isFalse();
    }

    @Test
    void pickLeavesOtherKeysAlone() {
        Config config = Config.pick(Map.of("layers", 2L, "epochs", "many"), List.of(LAYERS, RATE));
        assertThat(config.get(LAYERS)).isEqualTo(2);
        assertThat(config.toMap()).containsOnlyKeys("layers", "rate");
        assertRefused(() -> Config.pick(Map.of("layers", 99L), List.of(LAYERS)),
                "layers must be a whole number in [0, 9] but was 99");
    }

    @Test
    void aKeyThatIsNotDeclaredHasItsOwnDefault() {
        Config config = Config.read(Map.of(), KEYS);
        assertThat(config.declares(OTHER)).isFalse();
        assertThat(config.get(OTHER)).isEqualTo(3);
        assertThat(config.declares(NAME)).isTrue();
    }

    @Test
    void theDefaultIsTheOneThatTheConfigurationDeclares() {
        Config config = Config.read(Map.of(), List.of(RATE.usually(0.25)));
        assertThat(config.get(RATE)).isEqualTo(0.25);
    }

    @Test
    void withSetsAndTakesAway() {
        Config config = Config.read(Map.of("layers", 2L), KEYS);
        assertThat(config.with(LAYERS, 3).get(LAYERS)).isEqualTo(3);
        assertThat(config.with(RATE, 0.1).get(RATE)).isEqualTo(0.1);
        assertThat(config.with(LAYERS, null).get(LAYERS)).isNull();
        assertThat(config.with(LAYERS, null).has(LAYERS)).isFalse();
        assertThat(config.with(NAME, "x").with(NAME, null).get(NAME)).isEqualTo("default");
        assertThat(config.get(LAYERS)).isEqualTo(2);
    }

    @Test
    void fillSetsWhatHasNeitherValueNorDefault() {
        Config config = Config.read(Map.of(), KEYS);
        assertThat(config.fill(LAYERS, 3).get(LAYERS)).isEqualTo(3);
        assertThat(config.fill(LAYERS, 3).fill(LAYERS, 4).get(LAYERS)).isEqualTo(3);
        assertThat(config.fill(RATE, 0.1)).isSameAs(config);
        assertThat(config.fill(OTHER, 1)).isSameAs(config);
        assertThat(config.with(LAYERS, 0).fill(LAYERS, 3).get(LAYERS)).isZero();
    }

    @Test
    void theMapShowsEveryKeyInItsOrderAsCypherDoes() {
        Map<String, Object> map = Config.read(Map.of("layers", 2, "shape", "FLAT", "sizes", List.of(3.0)), KEYS)
                .toMap();
        assertThat(map.keySet()).containsExactly("modelName", "layers", "rate", "refit", "types", "label", "sizes",
                "shape", "weights");
        assertThat(map).containsEntry("modelName", "default").containsEntry("layers", 2L).containsEntry("rate", 0.5)
                .containsEntry("refit", true).containsEntry("types", List.of()).containsEntry("label", "User")
                .containsEntry("sizes", List.of(3L)).containsEntry("shape", "flat")
                .containsEntry("weights", Map.of());
        assertThat(Config.read(null, KEYS).toMap()).containsEntry("layers", null).containsEntry("sizes", null);
        assertThat(Config.read(null, KEYS).toMap(List.of(RATE, OTHER)))
                .isEqualTo(Map.of("rate", 0.5, "other", 3L));
    }

    @Test
    void theMapIsReadBack() {
        Config config = Config.read(Map.of("layers", 2L, "types", List.of("A"), "label", List.of("A", "B"), "sizes",
                List.of(1L, 2L), "shape", "flat", "weights", Map.of("A", 0.5), "refit", false), KEYS);
        assertThat(Config.read(config.toMap(), KEYS)).isEqualTo(config).hasSameHashCodeAs(config);
        Config empty = Config.read(Map.of(), KEYS);
        assertThat(Config.read(empty.toMap(), KEYS)).isEqualTo(empty);
        assertThat(empty).isNotEqualTo(config).isNotEqualTo(empty.toMap());
    }

    private static Config read(String key, Object value) {
        return Config.read(Map.of(key, value), KEYS);
    }

    private static Map<String, Object> nulled(String... keys) {
        Map<String, Object> map = new HashMap<>();
        for (String key : keys) {
            map.put(key, null);
        }
        return map;
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
