package org.gnnrec.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import org.neo4j.graphdb.Relationship;

/**
 * Times of every kind that Neo4j stores, as seconds since 1970 in UTC with their fraction. Numbers are epoch seconds,
 * or milliseconds from 1e11 on (as seconds that would be the year 5138). Values without a zone are read as UTC. A time
 * of day is one of 1970-01-01. A duration counts from the beginning of 1970, with months of average length. Times from
 * the beginning of the year 940 to that of the year 3000 are taken.
 */
public final class EpochSeconds {
    private static final double FIRST_MILLISECONDS = 1e11;
    /** Later times are microseconds, or a slip, and would make all others weigh nothing. */
    private static final double LATEST = beginning(3000);
    private static final double EARLIEST = beginning(940);
    private static final double NANO = 1e-9;

    private EpochSeconds() {}

    /** The time under this property; NaN if the relationship has none, or the property is null. */
    public static double ofProperty(Relationship relationship, String property) {
        return property == null ? Double.NaN : of(relationship.getProperty(property, null), property);
    }

    /**
     * The seconds of a value, NaN for null.
     *
     * @param name of the property or column, for the error
     * @throws IllegalArgumentException if the value is no time, NaN or infinite, or one before the year 940 or after the
     *         beginning of the year 3000
     */
    public static double of(Object value, String name) {
        if (value == null) {
            return Double.NaN;
        }
        double seconds = switch (value) {
            case Number number -> ofNumber(number.doubleValue());
            case Temporal date when isDate(date) -> ofAnyDate(date);
            case OffsetTime time -> time.toEpochSecond(LocalDate.EPOCH) + time.getNano() * NANO;
            case LocalTime time -> time.toNanoOfDay() * NANO;
            case TemporalAmount duration -> ofDuration(duration);
            default -> throw RelationshipNumbers.wrong(name, "a time (a temporal value, epoch seconds or milliseconds)",
                    value);
        };
        if (!isNear(seconds)) {
            throw RelationshipNumbers.wrong(name, "a time from the year 940 to the year 3000 (epoch seconds or "
                    + "milliseconds)", value);
        }
        return seconds;
    }

    private static boolean isNear(double seconds) {
        return seconds >= EARLIEST && seconds <= LATEST;
    }

    private static double beginning(int year) {
        return ofAnyDate(LocalDate.of(year, 1, 1));
    }

    /** True for a date, with a time of day or without. */
    public static boolean isDate(Object value) {
        return value instanceof LocalDate || value instanceof LocalDateTime || value instanceof ZonedDateTime;
    }

    /** The seconds of a date; NaN before the year 940 and after 3000, where a date means never or is a slip. */
    public static double ofDate(Temporal date) {
        double seconds = ofAnyDate(date);
        return isNear(seconds) ? seconds : Double.NaN;
    }

    private static double ofAnyDate(Temporal date) {
        return switch (date) {
            case ZonedDateTime time -> time.toEpochSecond() + time.getNano() * NANO;
            case LocalDateTime time -> ofAnyDate(time.atZone(ZoneOffset.UTC));
            case LocalDate day -> day.toEpochDay() * 86_400.0;
            default -> throw new IllegalArgumentException(date + " is no date");
        };
    }

    private static double ofNumber(double number) {
        return Math.abs(number) >= FIRST_MILLISECONDS ? number / 1000 : number;
    }

    /** The length of a duration, with months of average length. */
    public static double ofDuration(TemporalAmount duration) {
        double seconds = 0;
        for (var unit : duration.getUnits()) {
            double length = unit == ChronoUnit.NANOS ? NANO : unit.getDuration().toSeconds();
            seconds += duration.get(unit) * length;
        }
        return seconds;
    }
}
