package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTest {
    private enum Color {
        RED, DARK_BLUE, GREEN
    }

    private static final Key<Integer> INTEGER = Key.integer("key", 1, 10, "How many.");
    private static final Key<Double> NUMBER = Key.number("key", 1e-6, 1, "How much.");
    private static final Key<Boolean> BOOL = Key.bool("key", "Whether.");
    private static final Key<String> TEXT = Key.text("key", "Which.");
    private static final Key<List<String>> TEXTS = Key.texts("key", "Which ones.");
    private static final Key<Map<String, Object>> MAP = Key.map("key", "What for which.");
    private static final Key<Color> COLOR = Key.oneOf("key", List.of(Color.RED, Color.DARK_BLUE), "Which color.");

    @Test
    void valuesOfTheRightTypeAreTaken() {
        assertThat(TEXT.read("x")).isEqualTo("x");
        assertThat(TEXT.read(" x ")).isEqualTo(" x ");
        assertThat(BOOL.read(false)).isFalse();
        assertThat(TEXTS.read("x")).containsExactly("x");
        assertThat(TEXTS.read(List.of("x", "y"))).containsExactly("x", "y");
        assertThat(TEXTS.read(List.of())).isEmpty();
        assertThat(MAP.read(Map.of("a", 1L))).isEqualTo(Map.of("a", 1L));
        assertThat(NUMBER.read(1L)).isEqualTo(1.0);
        assertThat(NUMBER.read(1e-6)).isEqualTo(1e-6);
    }

    @Test
    void aWholeNumberMayComeAsAFloatAndBothEndsOfTheRangeBelongToIt() {
        for (Object twenty : List.of(20L, 20, 20.0)) {
            assertThat(Key.integer("key", 20, 30, "").read(twenty)).isEqualTo(20);
            assertThat(Key.integer("key", 10, 20, "").read(twenty)).isEqualTo(20);
            assertThat(Key.of("key", Kinds.whole(20, 20), "").read(twenty)).isEqualTo(20L);
        }
        assertThat(Key.integer("key", 0, 1, "").read(-0.0)).isZero();
    }

    @Test
    void anIntegerOfAnotherTypeOrOutOfRangeIsRefused() {
        List<Object> wrong = List.of(0L, 11L, 0.0, 5.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300, "5", true,
                List.of(5L), Map.of());
        for (Object value : wrong) {
            assertRefused(INTEGER, value, "key must be a whole number in [1, 10] but was " + Shown.of(value));
        }
        assertRefused(INTEGER, 1L << 32 | 5, "key must be a whole number in [1, 10] but was 4294967301");
        assertRefused(INTEGER, null, "key must be a whole number in [1, 10] but was null");
    }

    @Test
    void aNumberOfAnotherTypeOrOutOfRangeIsRefused() {
        for (Object value : List.of(0.0, 0L, 1.1, -1.0, Double.NaN, Double.NEGATIVE_INFINITY, "0.5", true,
                List.of(0.5))) {
            assertRefused(NUMBER, value, "key must be a number in [0.000001, 1] but was " + Shown.of(value));
        }
    }

    @Test
    void aTextOfAnotherTypeOrBlankIsRefused() {
        for (Object value : List.of(1L, true, List.of("x"), Map.of(), " ", "", "\t\n")) {
            assertRefused(TEXT, value, "key must be a text that is not blank but was " + Shown.of(value));
        }
        assertRefused(TEXT, " ", "key must be a text that is not blank but was ' '");
    }

    @Test
    void aListOfOtherThanTextsIsRefused() {
        for (Object value : List.of(1L, true, Map.of(), "", " ", List.of(1L), List.of("x", " "),
                Arrays.asList("x", null), List.of(List.of("x")))) {
            assertRefused(TEXTS, value,
                    "key must be a text or a list of texts that are not blank but was " + Shown.of(value));
        }
        assertRefused(TEXTS, Arrays.asList("x", null),
                "key must be a text or a list of texts that are not blank but was ['x', null]");
    }

    @Test
    void aSwitchOfAnotherTypeIsRefused() {
        for (Object value : List.of("true", 1L, List.of(true))) {
            assertRefused(BOOL, value, "key must be true or false but was " + Shown.of(value));
        }
    }

    @Test
    void aMapOfAnotherTypeIsRefusedAndTheOneTakenIsACopy() {
        for (Object value : List.of("x", 1L, List.of())) {
            assertRefused(MAP, value, "key must be a map but was " + Shown.of(value));
        }
        Map<String, Object> given = new HashMap<>();
        given.put("a", null);
        Map<String, Object> read = MAP.read(given);
        given.put("b", 1L);
        assertThat(read).containsOnlyKeys("a").containsEntry("a", null);
    }

    @Test
    void aConstantIsNamedInAnyCase() {
        for (String name : List.of("darkBlue", "DARKBLUE", "darkblue")) {
            assertThat(COLOR.read(name)).isEqualTo(Color.DARK_BLUE);
        }
        assertThat(COLOR.show(Color.DARK_BLUE)).isEqualTo("darkBlue");
        assertRefused(COLOR, "green", "key must be 'red' or 'darkBlue' but was 'green'");
        assertRefused(COLOR, "", "key must be 'red' or 'darkBlue' but was ''");
        assertRefused(COLOR, 1L, "key must be 'red' or 'darkBlue' but was 1");
        assertRefused(Key.oneOf("key", List.of(Color.values()), ""), "x",
                "key must be 'red', 'darkBlue' or 'green' but was 'x'");
        assertRefused(Key.oneOf("key", List.of(Color.RED), ""), "x", "key must be 'red' but was 'x'");
    }

    @Test
    void aDefaultIsOfItsKeyAlone() {
        Key<Integer> seven = INTEGER.usually(7);
        assertThat(seven.usual()).isEqualTo(7);
        assertThat(INTEGER.usual()).isNull();
        assertThat(seven.open("chosen").usual()).isNull();
        assertThat(TEXTS.usual()).isEmpty();
        assertThat(MAP.usual()).isEmpty();
    }

    @Test
    void theDocumentationShowsTheDefaultOrWordsForIt() {
        assertThat(INTEGER.usualInWords()).isEqualTo("none");
        assertThat(INTEGER.usually(7).usualInWords()).isEqualTo("`7`");
        assertThat(INTEGER.usually(7, "processors, at most 7").usualInWords()).isEqualTo("processors, at most 7");
        assertThat(INTEGER.open("chosen").usualInWords()).isEqualTo("chosen");
        assertThat(NUMBER.usually(0.0001).usualInWords()).isEqualTo("`0.0001`");
        assertThat(NUMBER.usually(1.0).usualInWords()).isEqualTo("`1`");
        assertThat(BOOL.usually(true).usualInWords()).isEqualTo("`true`");
        assertThat(TEXT.usually("User").usualInWords()).isEqualTo("`'User'`");
        assertThat(COLOR.usually(Color.RED).usualInWords()).isEqualTo("`'red'`");
        assertThat(TEXTS.usualInWords()).isEqualTo("none");
        assertThat(MAP.usualInWords()).isEqualTo("none");
        assertThat(INTEGER.sentence()).isEqualTo("How many.");
        assertThat(INTEGER.values()).isEqualTo("a whole number in [1, 10]");
    }

    @Test
    void keysOfOneNameAreOneKey() {
        assertThat(INTEGER.usually(7)).isEqualTo(INTEGER).hasSameHashCodeAs(TEXT).isEqualTo(TEXT);
        assertThat(INTEGER).isNotEqualTo(Key.integer("other", 1, 10, "")).isNotEqualTo("key").hasToString("key");
    }

    private static void assertRefused(Key<?> key, Object value, String message) {
        assertThatThrownBy(() -> key.read(value)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
