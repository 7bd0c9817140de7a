package org.gnnrec.catalog;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;

/** Arrays as little-endian bytes, in pieces of a part's size and back. */
final class PartStreams {
    /** Bytes in a part; 1 MiB was written at 78 MB/s and read at 570, four times that at 121 and 211. */
    static final int PART_BYTES = 1 << 20;

    private PartStreams() {}

    /** Takes the parts of one kind, in their order. */
    interface PartSink {
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

    /** Node ids and id values, one after the other. */
    static void writeNodes(NodeTable nodes, PartSink sink) {
        try (DataOutputStream out = new DataOutputStream(new PartOutput(sink))) {
            for (int i = 0; i < nodes.size(); i++) {
                out.writeLong(nodes.nodes().nodeId(i));
                IdCodec.write(nodes.value(i), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NodeTable readNodes(int size, List<byte[]> parts) {
        long[] nodeIds = new long[size];
        Object[] values = new Object[size];
        try (DataInputStream in = new DataInputStream(concatenate(parts))) {
            for (int i = 0; i < size; i++) {
                nodeIds[i] = in.readLong();
                values[i] = IdCodec.read(in);
            }
            if (in.read() >= 0) {
                throw new ModelFormatException("there are more nodes in the model than the " + size + " it counts");
            }
        } catch (IOException e) {
            throw new ModelFormatException("the nodes of the model end early: " + e);
        }
        return new NodeTable(IdMap.ofAscending(nodeIds), values);
    }

    private static InputStream concatenate(List<byte[]> parts) {
        return new SequenceInputStream(
                Collections.enumeration(parts.stream().map(ByteArrayInputStream::new).toList()));
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

    /** Cuts a stream into parts. */
    private static final class PartOutput extends OutputStream {
        private final PartSink sink;
        private final ByteBuffer buffer = ByteBuffer.allocate(PART_BYTES);

        PartOutput(PartSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(int b) {
            buffer.put((byte) b);
            if (!buffer.hasRemaining()) {
                emit();
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int done = 0; done < length;) {
                int count = Math.min(buffer.remaining(), length - done);
                buffer.put(bytes, offset + done, count);
                done += count;
                if (!buffer.hasRemaining()) {
                    emit();
                }
            }
        }

        @Override
        public void close() {
            if (buffer.position() > 0) {
                emit();
            }
        }

        private void emit() {
            sink.accept(Arrays.copyOf(buffer.array(), buffer.position()));
            buffer.clear();
        }
    }
}
