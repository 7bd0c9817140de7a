package org.gnnrec.linalg;

import java.util.List;

/** One array of {@link NamedArrays}: what it holds is shared, never copied. */
public sealed interface NamedArray {
    /** A matrix of floats. */
    record Floats(DenseMatrix matrix) implements NamedArray {}

    /** Whole numbers of 32 bits. */
    record Ints(int[] values) implements NamedArray {}

    /** Bytes in a format of their owner, in pieces, for there may be more than one array of Java holds. */
    record Bytes(List<byte[]> pieces) implements NamedArray {
        public long length() {
            return pieces.stream().mapToLong(piece -> piece.length).sum();
        }
    }
}
