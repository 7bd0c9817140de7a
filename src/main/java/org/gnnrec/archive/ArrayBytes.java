package org.gnnrec.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/** Arrays as little-endian bytes, in parts of one size, and back. */
public final class ArrayBytes {
    /** Bytes in a part; 1 MiB was written at 78 MB/s and read at 570, four times that at 121 and 211. */
    public static final int PART_BYTES = 1 << 20;

    private ArrayBytes() {}

    /** Takes the parts of one array, in their order. */
    public interface PartSink {
        void accept(byte[] part);
    }

    static void writeFloats(float[] values, PartSink sink) {
        int perPart = PART_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += perPart) {
            int count = Math.min(perPart, values.length - from);
            ByteBuffer bytes = littleEndian(count * Float.BYTES);
            bytes.asFloatBuffer().put(values, from, count);
            sink.accept(bytes.array());
        }
    }

    static float[] readFloats(int length, int parts, IntFunction<byte[]> part) {
        float[] values = new float[length];
        int from = 0;
        for (int index = 0; index < parts; index++) {
            ByteBuffer bytes = ByteBuffer.wrap(part.apply(index)).order(ByteOrder.LITTLE_ENDIAN);
            int count = bytes.remaining() / Float.BYTES;
            requireAtMost(from + count, length);
            bytes.asFloatBuffer().get(values, from, count);
            from += count;
        }
        requireLength(from, length);
        return values;
    }

    static void writeInts(int[] values, PartSink sink) {
        int perPart = PART_BYTES / Integer.BYTES;
        for (int from = 0; from < values.length; from += perPart) {
            int count = Math.min(perPart, values.length - from);
            ByteBuffer bytes = littleEndian(count * Integer.BYTES);
            bytes.asIntBuffer().put(values, from, count);
            sink.accept(bytes.array());
        }
    }

    static int[] readInts(int length, int parts, IntFunction<byte[]> part) {
        int[] values = new int[length];
        int from = 0;
        for (int index = 0; index < parts; index++) {
            ByteBuffer bytes = ByteBuffer.wrap(part.apply(index)).order(ByteOrder.LITTLE_ENDIAN);
            int count = bytes.remaining() / Integer.BYTES;
            requireAtMost(from + count, length);
            bytes.asIntBuffer().get(values, from, count);
            from += count;
        }
        requireLength(from, length);
        return values;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void requireAtMost(int found, int expected) {
        requireLength(Math.max(found, expected), expected);
    }

    private static void requireLength(int found, int expected) {
        if (found != expected) {
            throw new ModelFormatException("a model array has " + found + " values but should have " + expected);
        }
    }
}
