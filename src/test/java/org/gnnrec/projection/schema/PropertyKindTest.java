package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

class PropertyKindTest {
    @Test
    void momentsAreTemporalValuesWithADate() {
        for (Object value : List.of(LocalDate.EPOCH, LocalDateTime.MIN, ZonedDateTime.now(ZoneOffset.UTC))) {
            assertThat(PropertyKind.of(value)).isEqualTo(PropertyKind.MOMENT);
        }
        for (Object value : List.of(LocalTime.NOON, Duration.ZERO, "2026-01-01", true, new long[]{ 1 })) {
            assertThat(PropertyKind.of(value)).isEqualTo(PropertyKind.OTHER);
        }
    }

    @Test
    void wholeNumbersInTheRangeOfSecondsOrMillisecondsAreTimes() {
        for (Object value : List.of(964_982_703L, 1_767_225_600L, 1_767_225_600_000L, 1.7672256e9, 964_982_703)) {
            assertThat(PropertyKind.of(value)).isEqualTo(PropertyKind.EPOCH);
        }
        for (Object value : List.of(0L, 5, 4.5, 299_999_999L, 20_000_000_000L, 1_767_225_600.5, -1_767_225_600L,
                Double.NaN)) {
            assertThat(PropertyKind.of(value)).isEqualTo(PropertyKind.NUMBER);
        }
    }

    @Test
    void oneAmountMakesNumbersAmountsAndOneMomentMakesThemMoments() {
        assertThat(PropertyKind.EPOCH.and(PropertyKind.NUMBER)).isEqualTo(PropertyKind.NUMBER);
        assertThat(PropertyKind.MOMENT.and(PropertyKind.EPOCH)).isEqualTo(PropertyKind.MOMENT);
        assertThat(PropertyKind.EPOCH.and(PropertyKind.OTHER)).isEqualTo(PropertyKind.OTHER);
        assertThat(PropertyKind.NUMBER.and(PropertyKind.MOMENT)).isEqualTo(PropertyKind.OTHER);
        assertThat(PropertyKind.NUMBER.and(PropertyKind.NUMBER)).isEqualTo(PropertyKind.NUMBER);
    }
}
