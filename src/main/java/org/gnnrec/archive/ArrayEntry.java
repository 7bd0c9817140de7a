package org.gnnrec.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.gnnrec.archive.ArrayBytes.PartSink;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;

/**
 * One line of the directory of an archive.
 *
 * @param rows of a matrix, or the length of another array
 * @param cols of a matrix, 1 with another array
 * @param checksum CRC-32C of the bytes of all parts
 */
public record ArrayEntry(String name, Type type, long rows, long cols, long checksum) {

    /** The longest array of Java. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;
    /** Of an array that is kept in pieces: 512 for each of the most nodes. */
    private static final long MOST_BYTES = 1L << 40;

    /** The types of arrays. */
    public enum Type {
        FLOATS, INTS, BYTES
    }

    /** Writes the parts of an array; returns its line. O(bytes). */
    public static ArrayEntry write(String name, NamedArray array, PartSink sink) {
        CRC32C crc = new CRC32C();
        PartSink summed = part -> {
            crc.update(part);
            sink.accept(part);
        };
        switch (array) {
            case NamedArray.Floats floats -> ArrayBytes.writeFloats(floats.matrix().data(), summed);
            case NamedArray.Ints ints -> ArrayBytes.writeInts(ints.values(), summed);
            case NamedArray.Bytes bytes -> bytes.pieces().forEach(summed::accept);
        }
        return of(name, array, crc.getValue());
    }

    private static ArrayEntry of(String name, NamedArray array, long checksum) {
        return switch (array) {
            case NamedArray.Floats(DenseMatrix matrix) ->
                new ArrayEntry(name, Type.FLOATS, matrix.rows(), matrix.cols(), checksum);
            case NamedArray.Ints(int[] values) -> new ArrayEntry(name, Type.INTS, values.length, 1, checksum);
            case NamedArray.Bytes bytes -> new ArrayEntry(name, Type.BYTES, bytes.length(), 1, checksum);
        };
    }

    /**
     * Reads the array of this line. O(bytes). Takes twice the bytes of the parts, and checks their number before.
     *
     * @param part gives the part of an index
     * @throws ModelFormatException where the parts differ from those written
     */
    public NamedArray read(int parts, IntFunction<byte[]> part) {
        List<byte[]> pieces = pieces(parts, part);
        requireChecksum(pieces);
        return switch (type) {
            case FLOATS -> new NamedArray.Floats(
                    new DenseMatrix((int) rows, (int) cols, ArrayBytes.readFloats(pieces)));
            case INTS -> new NamedArray.Ints(ArrayBytes.readInts(pieces));
            case BYTES -> new NamedArray.Bytes(pieces);
        };
    }

    /** The parts, which have as many bytes as the array of this line. Ends at the first that has too many. */
    private List<byte[]> pieces(int parts, IntFunction<byte[]> part) {
        long wanted = bytes();
        long found = 0;
        List<byte[]> pieces = new ArrayList<>();
        for (int index = 0; index < parts && found <= wanted; index++) {
            pieces.add(part.apply(index));
            found += pieces.getLast().length;
            requireWholeValues(index, pieces.getLast().length);
        }
        if (found != wanted) {
            throw refused("has " + (found < wanted ? "only " : "at least ") + found + " bytes in its parts, but "
                    + shape() + " are " + wanted);
        }
        return pieces;
    }

    /**
     * How many bytes the array of this line has.
     *
     * @throws ModelFormatException where no array has this shape
     */
    public long bytes() {
        boolean isMatrix = type == Type.FLOATS;
        long longest = type == Type.BYTES ? MOST_BYTES : LONGEST;
        boolean isShape = rows >= 0 && cols >= 0 && cols <= longest && rows <= longest / Math.max(1, cols);
        if (!isShape || !isMatrix && cols != 1) {
            throw refused("cannot be of " + shape());
        }
        return rows * cols * valueBytes();
    }

    private int valueBytes() {
        return type == Type.BYTES ? 1 : ArrayBytes.VALUE_BYTES;
    }

    private void requireWholeValues(int index, int length) {
        if (length % valueBytes() != 0) {
            throw refused("has a part " + index + " of " + length + " bytes, which is no multiple of " + valueBytes());
        }
    }

    private void requireChecksum(List<byte[]> pieces) {
        CRC32C crc = new CRC32C();
        pieces.forEach(crc::update);
        if (crc.getValue() != checksum) {
            throw refused("is damaged");
        }
    }

    private String shape() {
        return rows + " x " + cols + " " + type.name().toLowerCase(Locale.ROOT);
    }

    private ModelFormatException refused(String why) {
        return new ModelFormatException("array '" + name + "' " + why);
    }

    /** The line in plain JSON types, for {@link #of(Map)}. */
    public Map<String, Object> toMap() {
        return Map.of("name", name, "type", type.name(), "rows", rows, "cols", cols, "checksum", checksum);
    }

    /**
     * The line that {@link #toMap} gave.
     *
     * @throws ModelFormatException where it lacks a value, or has one of another type
     */
    public static ArrayEntry of(Map<?, ?> map) {
        return new ArrayEntry(value(map, "name", String.class), type(value(map, "type", String.class)),
                value(map, "rows", Long.class), value(map, "cols", Long.class), value(map, "checksum", Long.class));
    }

    private static <T> T value(Map<?, ?> map, String key, Class<T> type) {
        if (!type.isInstance(map.get(key))) {
            throw new ModelFormatException("the line of array '" + map.get("name") + "' has '" + key + "': "
                    + map.get(key) + ", which must be a " + type.getSimpleName());
        }
        return type.cast(map.get(key));
    }

    private static Type type(String name) {
        return Arrays.stream(Type.values()).filter(type -> type.name().equals(name)).findFirst()
                .orElseThrow(() -> new ModelFormatException("an array cannot be of type '" + name
                        + "', but of " + Arrays.toString(Type.values())));
    }
}
