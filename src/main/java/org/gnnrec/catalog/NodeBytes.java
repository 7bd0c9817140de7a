package org.gnnrec.catalog;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gnnrec.archive.ArrayBytes;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;

/** Node ids and id values as bytes, one after the other, and back. */
final class NodeBytes {
    /** Of a node: its node id, and the tag of its id value. */
    private static final int FEWEST_BYTES = Long.BYTES + 1;

    private NodeBytes() {}

    static NamedArray.Bytes write(NodeTable nodes) {
        List<byte[]> pieces = new ArrayList<>();
        try (DataOutputStream out = new DataOutputStream(new PieceOutput(pieces))) {
            for (int i = 0; i < nodes.size(); i++) {
                out.writeLong(nodes.nodes().nodeId(i));
                IdCodec.write(nodes.value(i), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NamedArray.Bytes(pieces);
    }

    /**
     * Reads so many nodes. O(bytes). Checks that the bytes can be of so many before it takes memory for them.
     *
     * @throws ModelFormatException where the bytes are not those of so many nodes
     */
    static NodeTable read(int size, NamedArray.Bytes bytes) {
        PieceInput in = new PieceInput(bytes.pieces());
        if (size < 0 || in.remaining() / FEWEST_BYTES < size) {
            throw new ModelFormatException("the nodes of the model end early: " + size + " nodes do not fit "
                    + in.remaining() + " bytes");
        }
        long[] nodeIds = new long[size];
        Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            nodeIds[i] = in.readLong();
            values[i] = IdCodec.read(in);
        }
        if (in.remaining() > 0) {
            throw new ModelFormatException("there are more nodes in the model than the " + size + " it counts");
        }
        return new NodeTable(ids(nodeIds), values);
    }

    private static IdMap ids(long[] nodeIds) {
        if (nodeIds.length > 0 && nodeIds[0] < 0) {
            throw new ModelFormatException("a node id must be at least 0 but is " + nodeIds[0]);
        }
        return IdMap.ofAscending(nodeIds);
    }

    /** Cuts a stream into pieces of a part's size. */
    private static final class PieceOutput extends OutputStream {
        private final List<byte[]> pieces;
        private final ByteBuffer buffer = ByteBuffer.allocate(ArrayBytes.PART_BYTES);

        PieceOutput(List<byte[]> pieces) {
            this.pieces = pieces;
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
            pieces.add(Arrays.copyOf(buffer.array(), buffer.position()));
            buffer.clear();
        }
    }
}
