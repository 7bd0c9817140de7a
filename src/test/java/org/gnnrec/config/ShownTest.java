package org.gnnrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void valuesAreShownAsTheyAre() {
        assertThat(Shown.of("a")).isEqualTo("'a'");
        assertThat(Shown.of(null)).isEqualTo("null");
        assertThat(Shown.of(Arrays.asList(1L, "a", null, Map.of("k", List.of(true)))))
                .isEqualTo("[1, 'a', null, {k=[true]}]");
    }

    /** An array's own text, as in [J@1dd62dbd, says nothing to anybody. */
    @Property
    void everyArrayIsShownAsTheList(@ForAll("arrays") Object array) {
        List<Object> elements = IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
        assertThat(Shown.of(array)).isEqualTo(Shown.of(elements)).doesNotContainPattern("\\[\\[?[A-Z].*@[0-9a-f]+");
        assertThat(Shown.of(List.of(array))).isEqualTo(Shown.of(List.of(elements)));
    }

    /** Arrays of every type that Neo4j's properties have. */
    @Provide
    Arbitrary<Object> arrays() {
        return Arbitraries.oneOf(Arbitraries.longs().array(long[].class), Arbitraries.integers().array(int[].class),
                Arbitraries.shorts().array(short[].class), Arbitraries.bytes().array(byte[].class),
                Arbitraries.doubles().array(double[].class), Arbitraries.floats().array(float[].class),
                Arbitraries.chars().array(char[].class), Arbitraries.of(true, false).array(boolean[].class),
                Arbitraries.strings().ofMaxLength(3).array(String[].class),
                Arbitraries.of(LocalDate.EPOCH, LocalDate.MAX).array(LocalDate[].class)).map(array -> (Object) array);
    }

    @Test
    void aTextAndANumberDifferAlsoInAList() {
        assertThat(Shown.of(new String[]{ "42" })).isEqualTo("['42']");
        assertThat(Shown.of(new long[]{ 42 })).isEqualTo("[42]");
        assertThat(Shown.of(new char[]{ 'x' })).isEqualTo("['x']");
    }

    @Test
    void ofManyOrLongNamesAFewAreShown() {
        assertThat(Shown.names(List.of("User", "Item"))).isEqualTo("[User, Item]");
        assertThat(Shown.names(Collections.nCopies(300, "x".repeat(60_000))))
                .isEqualTo("[" + ("x".repeat(40) + "..., ").repeat(10) + "and 290 more]");
    }

    @Test
    void aBreakOfALineIsShownAsInCypher() {
        assertThat(Shown.of("a\nb\r")).isEqualTo("'a\\nb\\r'");
        assertThat(Shown.names(List.of("a\nb"))).isEqualTo("[a\\nb]");
    }

    @Test
    void aLongTextOrListIsCut() {
        assertThat(Shown.of("x".repeat(20_000_000))).isEqualTo("'" + "x".repeat(200) + "...'");
        assertThat(Shown.of(Collections.nCopies(1_000_000, "x".repeat(1_000)))).hasSize(203).endsWith("...");
    }

    @Test
    void deepListsAndMapsAreCut() {
        List<Object> deep = List.of();
        for (int n = 0; n < 100_000; n++) {
            deep = List.of(deep);
        }
        assertThat(Shown.of(deep)).isEqualTo("[[[[[...]]]]]");
        assertThat(Shown.of(Map.of("k", deep))).isEqualTo("{k=[[[[...]]]]}");
    }
}
