package org.gnnrec.projection.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** What the value of a relationship's property could mean. */
enum PropertyKind {
    NUMBER, EPOCH, MOMENT, OTHER;

    /** 1979 in seconds. Smaller numbers are amounts. */
    private static final long FIRST_SECOND = 300_000_000L;
    /** 2128 in seconds. */
    private static final long LAST_SECOND = 5_000_000_000L;
    /** 1973 in milliseconds. Numbers from here on are milliseconds. */
    private static final long FIRST_MILLISECOND = 100_000_000_000L;
    private static final long LAST_MILLISECOND = 1000 * LAST_SECOND;

    static PropertyKind of(Object value) {
        return switch (value) {
            case LocalDate date -> MOMENT;
            case LocalDateTime time -> MOMENT;
            case ZonedDateTime time -> MOMENT;
            case Number number when isEpoch(number.doubleValue()) -> EPOCH;
            case Number number -> NUMBER;
            default -> OTHER;
        };
    }

    /** A whole number of seconds or milliseconds since 1970 in the range of data that people have. */
    private static boolean isEpoch(double number) {
        boolean inRange = (number >= FIRST_SECOND && number <= LAST_SECOND)
                || (number >= FIRST_MILLISECOND && number <= LAST_MILLISECOND);
        return inRange && number == Math.rint(number);
    }

    /** The kind of a property whose values have these two kinds. A moment may be written as a number, too. */
    PropertyKind and(PropertyKind other) {
        if (this == EPOCH || other == EPOCH) {
            return this == EPOCH ? other : this;
        }
        return this == other ? this : OTHER;
    }
}
