package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdValueTest {

    @Test
    void wholeNumbersOfEveryTypeAreOneId() {
        for (Object number : List.of(42L, 42, (short) 42, (byte) 42, 42.0, 42f)) {
            assertThat(IdValue.canonical(number)).isEqualTo(42L);
        }
    }

    @Test
    void textsAndNumbersAreTwoIds() {
        assertThat(IdValue.canonical("42")).isEqualTo("42").isNotEqualTo(IdValue.canonical(42L));
    }

    @Property(seed = "12")
    void aFloatingNumberOfAnExactIntegerIsThatInteger(@ForAll int number) {
        assertThat(IdValue.canonical((double) number)).isEqualTo((long) number);
        assertThat(IdValue.canonical(1024.0 * number)).isEqualTo(1024L * number);
    }

    @Test
    void minusZeroIsZero() {
        assertThat(IdValue.canonical(-0.0)).isEqualTo(0L);
        assertThat(IdValue.canonical(-0f)).isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.5, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300 })
    void whatIsNoLongStaysAFloatEqualToItself(double number) {
        assertThat(IdValue.canonical(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1L << 53, (1L << 53) + 2, -(1L << 60), Long.MIN_VALUE })
    void aFloatIsTheLargeIntegerItEqualsToNeo4j(long number) {
        assertThat(IdValue.canonical((double) number)).isEqualTo(number);
    }

    @Test
    void aFloatJustPastTheLongsDoesNotBecomeTheLargestLong() {
        assertThat(IdValue.canonical(0x1p63)).isEqualTo(0x1p63);
    }

    @Test
    void arraysOfEveryTypeAndListsAreOneId() {
        List<Object> ids = List.of(new long[]{ 1, 2 }, new int[]{ 1, 2 }, new byte[]{ 1, 2 }, new double[]{ 1, 2 },
                new Long[]{ 1L, 2L }, List.of(1L, 2.0), Arrays.asList(1f, (short) 2));
        assertThat(ids).extracting(IdValue::canonical).allMatch(List.of(1L, 2L)::equals);
        assertThat(IdValue.canonical(new String[0])).isEqualTo(List.of());
    }

    @Test
    void charactersAreTextsAndOtherValuesStay() {
        assertThat(IdValue.canonical('x')).isEqualTo("x");
        assertThat(IdValue.canonical(LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
        assertThat(IdValue.canonical(true)).isEqualTo(true);
        assertThat(IdValue.canonical(null)).isNull();
    }
}
