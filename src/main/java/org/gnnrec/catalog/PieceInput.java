package org.gnnrec.catalog;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.gnnrec.archive.ModelFormatException;

/**
 * Reads big-endian values from pieces of bytes that lie end to end. Refuses a value that goes beyond the last byte
 * before it takes any memory. For one thread.
 */
final class PieceInput {
    private final Iterator<byte[]> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long remaining;

    PieceInput(List<byte[]> pieces) {
        this.pieces = pieces.iterator();
        this.remaining = pieces.stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** How many bytes are left. */
    long remaining() {
        return remaining;
    }

    byte readByte() {
        take(Byte.BYTES);
        return current().get();
    }

    int readInt() {
        take(Integer.BYTES);
        return piece.remaining() >= Integer.BYTES ? piece.getInt() : (int) joined(Integer.BYTES);
    }

    long readLong() {
        take(Long.BYTES);
        return piece.remaining() >= Long.BYTES ? piece.getLong() : joined(Long.BYTES);
    }

    double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    byte[] readBytes(int length) {
        take(length);
        byte[] bytes = new byte[length];
        for (int done = 0; done < length;) {
            int count = Math.min(current().remaining(), length - done);
            piece.get(bytes, done, count);
            done += count;
        }
        return bytes;
    }

    /** A value across the border of pieces. */
    private long joined(int bytes) {
        long value = 0;
        for (int n = 0; n < bytes; n++) {
            value = value << Byte.SIZE | current().get() & 0xFF;
        }
        return value;
    }

    private void take(int bytes) {
        if (bytes < 0 || bytes > remaining) {
            throw new ModelFormatException("the nodes of the model end early: " + bytes + " bytes should follow, but "
                    + remaining + " do");
        }
        remaining -= bytes;
    }

    private ByteBuffer current() {
        while (!piece.hasRemaining()) {
            piece = ByteBuffer.wrap(pieces.next());
        }
        return piece;
    }
}
