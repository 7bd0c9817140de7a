package org.gnnrec.lab.endure;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One damage to a stored model, drawn from a seed.
 *
 * @param target the property of the model or the part, the key of the directory, or null
 * @param array the array whose part or line is meant, or null
 * @param value what the property or key becomes, or null where it is removed
 * @param change of the bytes of a part, or null
 */
record Damage(Kind kind, String target, String array, Object value, BytesChange change, long seed) {

    private static final List<String> PART_PROPERTIES = List.of("kind", "index", "crc", "bytes");
    private static final List<String> LINE_KEYS = List.of("rows", "cols", "checksum", "type", "name");
    private static final List<Object> LINE_VALUES = List.of(-1, 0, 1, 3, Integer.MAX_VALUE, 1L << 31, 1L << 40,
            Long.MAX_VALUE, Long.MIN_VALUE, 0.5, "x", "FLOATS", "INTS", "BYTES", List.of(1), true);
    private static final List<String> JSON = List.of("", "null", "[]", "{}", "{", "\"x\"", "12", "{\"arrays\":null}",
            "{\"arrays\":{}}", "{\"arrays\":[null]}", "{\"arrays\":[1]}", "{\"arrays\":[{}]}",
            "{\"LIKES\":\"x\"}", "{\"LIKES\":null}", "{\"users\":1,\"items\":[]}", "[".repeat(3_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000), "{\"a\":1e99999}", "{\"a\":" + "9".repeat(2_000) + "}");

    /** The kinds of damage. Bytes are changed with and without the checksums that fit them. */
    enum Kind {
        PROPERTY_REMOVED, PROPERTY_SET, NUMBER_SET, JSON_SET, LINE_SET, PART_REMOVED, ALL_PARTS_REMOVED, PART_DOUBLED, PART_PROPERTY_SET, PART_PROPERTY_REMOVED, BYTES_CHANGED, BYTES_FORGED
    }

    /**
     * Draws one for a model with these properties and arrays; forged bytes most often.
     *
     * @param json the properties that hold JSON
     */
    static Damage draw(SplittableRandom random, List<String> properties, List<String> json, List<String> arrays) {
        WildValues wild = new WildValues(random);
        String property = pick(random, properties);
        String array = pick(random, arrays);
        long seed = random.nextLong();
        return switch (random.nextInt(15)) {
            case 0, 1 -> new Damage(Kind.PROPERTY_REMOVED, property, null, null, null, seed);
            case 2 -> new Damage(Kind.PROPERTY_SET, property, null, wild.storable(), null, seed);
            case 3 -> new Damage(Kind.NUMBER_SET, property, null, wild.number(), null, seed);
            case 4, 5 -> new Damage(Kind.JSON_SET, pick(random, json), null, pick(random, JSON), null, seed);
            case 6, 7 -> new Damage(Kind.LINE_SET, pick(random, LINE_KEYS), array,
                    random.nextInt(6) == 0 ? null : pick(random, LINE_VALUES), null, seed);
            case 8 -> new Damage(Kind.PART_REMOVED, null, array, null, null, seed);
            case 9 -> new Damage(Kind.PART_DOUBLED, null, array, null, null, seed);
            case 10 -> partProperty(random, array, wild.storable(), seed);
            case 11 ->
                new Damage(random.nextInt(4) == 0 ? Kind.ALL_PARTS_REMOVED : Kind.BYTES_CHANGED, null, array, null,
                        pick(random, List.of(BytesChange.values())), seed);
            default -> new Damage(Kind.BYTES_FORGED, null, array, null, pick(random, List.of(BytesChange.values())),
                    seed);
        };
    }

    private static Damage partProperty(SplittableRandom random, String array, Object value, long seed) {
        String property = pick(random, PART_PROPERTIES);
        return random.nextInt(3) == 0
                ? new Damage(Kind.PART_PROPERTY_REMOVED, property, array, null, null, seed)
                : new Damage(Kind.PART_PROPERTY_SET, property, array, value, null, seed);
    }

    private static <T> T pick(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether the model is no longer found by its name and state. */
    boolean hides() {
        return "modelName".equals(target) || "state".equals(target);
    }

    @Override
    public String toString() {
        String shown = String.valueOf(value);
        return kind + (target == null ? "" : " " + target) + (array == null ? "" : " of " + array)
                + (value == null ? "" : " to " + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown))
                + (change == null ? "" : " " + change);
    }
}
