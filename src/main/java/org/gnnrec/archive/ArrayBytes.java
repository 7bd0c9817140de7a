package org.gnnrec.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/** Arrays as little-endian bytes, in parts of one size, and back. */
public final class ArrayBytes {
    /** Bytes in a part; 1 MiB was written at 78 MB/s and read at 570, four times that at 121 and 211. */
    public static final int PART_BYTES = 1 << 20;
    /** A float and an int are of one size. */
    private static final int VALUE_BYTES = 4;
    private static final int PART_VALUES = PART_BYTES / VALUE_BYTES;

    private ArrayBytes() {}

    /** Takes the parts of one array, in their order. */
    public interface PartSink {
        void accept(byte[] part);
    }

    static void writeFloats(float[] values, PartSink sink) {
        write(values.length, sink, (bytes, from, count) -> bytes.asFloatBuffer().put(values, from, count));
    }

    static void writeInts(int[] values, PartSink sink) {
        write(values.length, sink, (bytes, from, count) -> bytes.asIntBuffer().put(values, from, count));
    }

    static float[] readFloats(int length, int parts, IntFunction<byte[]> part) {
        float[] values = new float[length];
        read(length, parts, part, (bytes, from, count) -> bytes.asFloatBuffer().get(values, from, count));
        return values;
    }

    static int[] readInts(int length, int parts, IntFunction<byte[]> part) {
        int[] values = new int[length];
        read(length, parts, part, (bytes, from, count) -> bytes.asIntBuffer().get(values, from, count));
        return values;
    }

    /** Copies some values of an array to the bytes of a part, or back. */
    private interface Copy {
        void run(ByteBuffer bytes, int from, int count);
    }

    private static void write(int length, PartSink sink, Copy copy) {
        for (int from = 0; from < length; from += PART_VALUES) {
            int count = Math.min(PART_VALUES, length - from);
            ByteBuffer bytes = ByteBuffer.allocate(count * VALUE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            copy.run(bytes, from, count);
            sink.accept(bytes.array());
        }
    }

    private static void read(int length, int parts, IntFunction<byte[]> part, Copy copy) {
        int from = 0;
        for (int index = 0; index < parts; index++) {
            ByteBuffer bytes = ByteBuffer.wrap(part.apply(index)).order(ByteOrder.LITTLE_ENDIAN);
            int count = bytes.remaining() / VALUE_BYTES;
            requireLength(Math.max(from + count, length), length);
            copy.run(bytes, from, count);
            from += count;
        }
        requireLength(from, length);
    }

    private static void requireLength(int found, int expected) {
        if (found != expected) {
            throw new ModelFormatException("a model array has " + found + " values but should have " + expected);
        }
    }
}
