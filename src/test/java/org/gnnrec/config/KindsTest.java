package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
    private static final Kind<Long> ANY = Kinds.whole(Long.MIN_VALUE, Long.MAX_VALUE);

    @Test
    void everyLongIsAWholeNumber() {
        for (long value : new long[]{ Long.MIN_VALUE, -1, 0, (1L << 53) + 1, Long.MAX_VALUE }) {
            assertThat(ANY.read().apply(value)).isEqualTo(value);
        }
        assertThat(ANY.values()).isEqualTo("a whole number");
        assertThat(Kinds.whole(0, Long.MAX_VALUE).values()).isEqualTo("a whole number of at least 0");
        assertThat(Kinds.whole(-3, 4).values()).isEqualTo("a whole number in [-3, 4]");
    }

    @Test
    void aFloatThatIsWholeAndFitsIsAWholeNumber() {
        assertThat(ANY.read().apply(42.0)).isEqualTo(42);
        assertThat(ANY.read().apply(-42.0)).isEqualTo(-42);
        assertThat(ANY.read().apply(0x1p62)).isEqualTo(1L << 62);
        assertThat(ANY.read().apply(Math.nextDown(0x1p63))).isEqualTo(0x7FFFFFFFFFFFFC00L);
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0x1p63, -0x1p63, 1e300, -1e300, 0.5, Double.MIN_VALUE, Double.NaN,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
    void anotherFloatIsNone(double value) {
        assertThat(ANY.read().apply(value)).isNull();
        assertThat(Kinds.integer(Integer.MIN_VALUE, Integer.MAX_VALUE).read().apply(value)).isNull();
    }

    @Test
    void anIntegerIsShownAsALong() {
        Kind<Integer> kind = Kinds.integer(0, 9);
        assertThat(kind.show().apply(7)).isEqualTo(7L);
        assertThat(kind.read().apply(kind.show().apply(7))).isEqualTo(7);
        assertThat(kind.read().apply(1L << 32)).isNull();
    }

    @Test
    void boundsAreShownWithoutAnExponent() {
        assertThat(Kinds.number(1e-6, 1e7).values()).isEqualTo("a number in [0.000001, 10000000]");
        assertThat(Kinds.number(0, 0.9).values()).isEqualTo("a number in [0, 0.9]");
    }

    @Test
    void textsComeAsTheyAre() {
        assertThat(Kinds.TEXTS.read().apply(List.of("b", "a", "b"))).containsExactly("b", "a", "b");
        assertThat(Kinds.TEXTS.show().apply(List.of("a"))).isEqualTo(List.of("a"));
    }

    @Test
    void oneOrMoreTextsAreDifferentAndOneIsShownAlone() {
        assertThat(Kinds.ONE_OR_MORE.read().apply("a")).containsExactly("a");
        assertThat(Kinds.ONE_OR_MORE.read().apply(List.of("b", "a", "b"))).containsExactly("b", "a");
        for (Object none : List.of(List.of(), "", List.of(" "), Arrays.asList("a", null), 1L, Map.of())) {
            assertThat(Kinds.ONE_OR_MORE.read().apply(none)).isNull();
        }
        assertThat(Kinds.ONE_OR_MORE.show().apply(List.of("a"))).isEqualTo("a");
        assertThat(Kinds.ONE_OR_MORE.show().apply(List.of("a", "b"))).isEqualTo(List.of("a", "b"));
        assertThat(Kinds.ONE_OR_MORE.values()).isEqualTo("a text or a list of texts that are not blank");
    }

    @Test
    void aStrippedTextHasNoWhiteSpaceAroundIt() {
        assertThat(Kinds.STRIPPED.read().apply("a b")).isEqualTo("a b");
        for (Object wrong : List.of(" a", "a ", "a\n", "\u2003a", "", " ", 1L, List.of("a"))) {
            assertThat(Kinds.STRIPPED.read().apply(wrong)).isNull();
        }
        assertThat(Kinds.STRIPPED.values()).isEqualTo("a text without white space around it");
    }

    @Test
    void integersAreAtMostSoManyOfTheirBounds() {
        Kind<List<Integer>> kind = Kinds.integers(3, 1, 9);
        assertThat(kind.read().apply(List.of(1L, 9.0, 5))).containsExactly(1, 9, 5);
        assertThat(kind.read().apply(List.of())).isEmpty();
        for (Object wrong : List.of(List.of(1L, 2L, 3L, 4L), List.of(0L), List.of(10L), List.of(1.5), List.of("1"),
                Arrays.asList(1L, null), 1L, "1", Map.of())) {
            assertThat(kind.read().apply(wrong)).isNull();
        }
        assertThat(kind.show().apply(List.of(1, 2))).isEqualTo(List.of(1L, 2L));
        assertThat(kind.values()).isEqualTo("at most 3 whole numbers in [1, 9]");
    }
}
