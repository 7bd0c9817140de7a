package org.gnnrec.lab.endure;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values that mean harm, drawn from a seed: wrong types, extreme numbers, quotes, huge texts, deep nesting. */
final class WildValues {
    private static final int KEY_LENGTH = 60_000;
    /** What Neo4j's reader of parameters takes by its usual stack. Beyond, it closes the connection. */
    private static final int DEPTH = 400;
    private static final int HUGE = 20_000_000;
    private static final int LONG = 100_000;
    private static final List<Number> NUMBERS = List.of(0, -1, 1, 2, 7, 1_000_000, 1_000_001, Integer.MAX_VALUE,
            Integer.MIN_VALUE, 1L << 31, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE, 0.0, -0.0, 0.5, -1e-300, 1e308,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
    private static final List<String> TEXTS = List.of("", " ", "`", "``", "'", "\"", "\\", "\\u0060", "\n", "\0",
            "\ud83d\ude00", "{", "}", "$x", ") DETACH DELETE n //", "/*", "x", "User", "Item", "LIKES", "id", "state",
            "_GnnRecModel", "_GnnRecPart", "_PART", "NaN", "1e999", "P1D", "PT-1S", "all", "AUTO", "null");
    private static final List<Object> OTHERS = List.of(true, false, LocalDate.EPOCH,
            ZonedDateTime.parse("2020-01-01T00:00:00Z"), Duration.ofSeconds(Long.MAX_VALUE / 4), new byte[]{ 1, 2 });

    private final SplittableRandom random;

    WildValues(SplittableRandom random) {
        this.random = random;
    }

    /** Any value that Bolt can carry; one of two hundred is enormous. */
    Object any() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> pick(NUMBERS);
            case 5, 6, 7, 8 -> pick(TEXTS);
            case 9, 10 -> pick(OTHERS);
            case 11 -> random.nextInt(10) == 0 ? enormous() : "x".repeat(LONG);
            case 12 -> Map.of(pick(TEXTS), pick(NUMBERS));
            case 13 -> Map.of(pick(TEXTS), List.of(pick(TEXTS), pick(NUMBERS)));
            case 14 -> List.of(pick(TEXTS), pick(TEXTS));
            case 15 -> List.of(pick(NUMBERS), pick(TEXTS), pick(OTHERS));
            case 16 -> List.of();
            case 17 -> Map.of();
            case 18 -> nested(random.nextInt(DEPTH), random.nextBoolean());
            default -> null;
        };
    }

    /** A value that a node's property can hold: no map, no list of several types, no null. */
    Object storable() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> pick(NUMBERS);
            case 2 -> pick(TEXTS);
            case 3 -> pick(OTHERS);
            case 4 -> List.of(pick(TEXTS), pick(TEXTS));
            default -> List.of(random.nextLong(), random.nextLong());
        };
    }

    Number number() {
        return pick(NUMBERS);
    }

    String text() {
        return pick(TEXTS);
    }

    /** A name that nobody expects; one of five is very long. */
    String key() {
        return random.nextInt(5) == 0 ? "k".repeat(KEY_LENGTH) : pick(TEXTS);
    }

    private Object enormous() {
        return switch (random.nextInt(3)) {
            case 0 -> "x".repeat(HUGE);
            case 1 -> IntStream.range(0, LONG).mapToObj(number -> "T" + number).toList();
            default -> IntStream.range(0, LONG).boxed()
                    .collect(Collectors.toMap(number -> "T" + number, number -> number));
        };
    }

    private static Object nested(int depth, boolean maps) {
        Object value = "x";
        for (int level = 0; level < depth; level++) {
            value = maps ? Map.of("a", value) : new ArrayList<>(List.of(value));
        }
        return value;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
