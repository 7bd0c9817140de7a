package org.gnnrec.archive;

import java.util.ArrayList;
import java.util.List;
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
     * Reads the array of this line. O(bytes).
     *
     * @param part gives the part of an index
     * @throws ModelFormatException where the parts differ from those written
     */
    public NamedArray read(int parts, IntFunction<byte[]> part) {
        CRC32C crc = new CRC32C();
        NamedArray array = values(parts, index -> {
            byte[] bytes = part.apply(index);
            crc.update(bytes);
            return bytes;
        });
        if (crc.getValue() != checksum) {
            throw new ModelFormatException("array '" + name + "' is damaged");
        }
        return array;
    }

    private NamedArray values(int parts, IntFunction<byte[]> part) {
        int length = type == Type.BYTES ? 0 : Math.toIntExact(Math.multiplyExact(rows, cols));
        return switch (type) {
            case FLOATS -> new NamedArray.Floats(new DenseMatrix((int) rows, (int) cols,
                    ArrayBytes.readFloats(length, parts, part)));
            case INTS -> new NamedArray.Ints(ArrayBytes.readInts(length, parts, part));
            case BYTES -> pieces(parts, part);
        };
    }

    private static NamedArray pieces(int parts, IntFunction<byte[]> part) {
        List<byte[]> pieces = new ArrayList<>(parts);
        for (int index = 0; index < parts; index++) {
            pieces.add(part.apply(index));
        }
        return new NamedArray.Bytes(pieces);
    }

    /** The line in plain JSON types, for {@link #of(Map)}. */
    public Map<String, Object> toMap() {
        return Map.of("name", name, "type", type.name(), "rows", rows, "cols", cols, "checksum", checksum);
    }

    /** The line that {@link #toMap} gave. */
    public static ArrayEntry of(Map<?, ?> map) {
        return new ArrayEntry((String) map.get("name"), Type.valueOf((String) map.get("type")),
                (long) map.get("rows"), (long) map.get("cols"), (long) map.get("checksum"));
    }
}
