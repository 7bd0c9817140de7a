package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochSecondsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 2, 1, 12, 0, 0, 500_000_000);

    @Test
    void datesAreReadAsTimesAre() {
        for (Temporal date : List.of(NOON, NOON.toLocalDate(), NOON.atZone(ZoneId.of("Europe/Berlin")))) {
            assertThat(EpochSeconds.isDate(date)).isTrue();
            assertThat(EpochSeconds.ofDate(date)).isEqualTo(EpochSeconds.of(date, "at"));
        }
        assertThat(EpochSeconds.ofDate(NOON)).isEqualTo(1_769_947_200.5);
        assertThat(EpochSeconds.ofDate(NOON.atZone(ZoneId.of("Europe/Berlin")))).isEqualTo(1_769_943_600.5);
        assertThat(EpochSeconds.ofDate(LocalDate.of(1969, 12, 31))).isEqualTo(-86_400);
    }

    @Test
    void aDateFarAwayIsNoneThoughAsATimeItIsRefused() {
        for (LocalDate date : List.of(LocalDate.of(9999, 12, 31), LocalDate.MIN, LocalDate.MAX)) {
            assertThat(EpochSeconds.ofDate(date)).isNaN();
            assertThatIllegalArgumentException().isThrownBy(() -> EpochSeconds.of(date, "at"))
                    .withMessageContaining("'at' must be a time from the year 940 to the year 3000");
        }
    }

    @Test
    void bothBoundsAreThoseOfTheMessage() {
        for (LocalDate near : List.of(LocalDate.of(940, 1, 1), LocalDate.of(3000, 1, 1))) {
            assertThat(EpochSeconds.ofDate(near)).isEqualTo(EpochSeconds.of(near, "at"))
                    .isEqualTo(near.toEpochDay() * 86_400.0);
        }
        for (LocalDate far : List.of(LocalDate.of(939, 12, 31), LocalDate.of(3000, 1, 2))) {
            assertThat(EpochSeconds.ofDate(far)).isNaN();
            assertThatIllegalArgumentException().isThrownBy(() -> EpochSeconds.of(far, "at"))
                    .withMessageContaining("from the year 940 to the year 3000").withMessageContaining("was " + far);
        }
    }

    @Test
    void aNumberThatIsNoneIsNoTimeAndNullIsMissing() {
        for (double number : new double[]{ Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300 }) {
            assertThatIllegalArgumentException().isThrownBy(() -> EpochSeconds.of(number, "at"))
                    .withMessageContaining("'at' must be a time from the year 940")
                    .withMessageContaining("was " + number);
        }
        assertThat(EpochSeconds.of(null, "at")).isNaN();
    }

    @Test
    void aDurationMayBeLongerThanATimeIsFar() {
        assertThat(EpochSeconds.ofDuration(Duration.ofDays(1_000_000))).isEqualTo(86_400e6);
    }

    @Test
    void timesOfDayAndNumbersAreNoDates() {
        for (Object value : List.of(LocalTime.NOON, 1_769_947_200L, "2026-02-01")) {
            assertThat(EpochSeconds.isDate(value)).isFalse();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EpochSeconds.ofDate(LocalTime.NOON));
    }
}
