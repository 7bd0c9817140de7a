package org.gnnrec.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Arrays as little-endian bytes, in parts of one size, and back. What is read is as long as its bytes. */
public final class ArrayBytes {
    /** Bytes in a part; 1 MiB was written at 78 MB/s and read at 570, four times that at 121 and 211. */
    public static final int PART_BYTES = 1 << 20;
    /** A float and an int are of one size. */
    static final int VALUE_BYTES = 4;
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

    /** The floats of these parts, each of which has whole ones. */
    static float[] readFloats(List<byte[]> parts) {
        float[] values = new float[length(parts)];
        read(parts, (bytes, from, count) -> bytes.asFloatBuffer().get(values, from, count));
        return values;
    }

    /** The ints of these parts, each of which has whole ones. */
    static int[] readInts(List<byte[]> parts) {
        int[] values = new int[length(parts)];
        read(parts, (bytes, from, count) -> bytes.asIntBuffer().get(values, from, count));
        return values;
    }

    private static int length(List<byte[]> parts) {
        return Math.toIntExact(parts.stream().mapToLong(part -> part.length / VALUE_BYTES).sum());
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

    private static void read(List<byte[]> parts, Copy copy) {
        int from = 0;
        for (byte[] part : parts) {
            int count = part.length / VALUE_BYTES;
            copy.run(ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN), from, count);
            from += count;
        }
    }
}
