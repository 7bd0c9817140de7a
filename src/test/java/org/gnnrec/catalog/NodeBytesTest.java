package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gnnrec.archive.ArrayBytes;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.source.NodeTable;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeBytesTest {

    /** A node with a text id of n ASCII letters takes 8 + 1 + 4 + n bytes. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 1, ArrayBytes.PART_BYTES / 32 - 1, ArrayBytes.PART_BYTES / 32,
            ArrayBytes.PART_BYTES / 32 + 1, ArrayBytes.PART_BYTES / 12 })
    void nodesComeBackAcrossTheBordersOfParts(int size) {
        NodeTable nodes = ServedModels.table(1L << 40, size, index -> String.format("%019d", index));
        NamedArray.Bytes bytes = NodeBytes.write(nodes);
        assertPiecesAreFull(bytes, 32L * size);
        NodeTable read = NodeBytes.read(size, bytes);
        assertThat(read.sameValues(nodes)).isTrue();
        assertThat(read.nodes().nodeIds()).isEqualTo(nodes.nodes().nodeIds());
    }

    @Test
    void anIdLongerThanAPartComesBack() {
        NodeTable nodes = ServedModels.table(0, 2, index -> "x".repeat(ArrayBytes.PART_BYTES + (int) index));
        assertThat(NodeBytes.read(2, NodeBytes.write(nodes)).sameValues(nodes)).isTrue();
    }

    @Test
    void tooFewAndTooManyNodesAreFormatErrors() {
        NamedArray.Bytes bytes = NodeBytes.write(ServedModels.table(0, 10, index -> "u" + index));
        assertThatThrownBy(() -> NodeBytes.read(11, bytes)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("end early");
        assertThatThrownBy(() -> NodeBytes.read(9, bytes)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aPartMissingInTheMiddleOfTheLastTextIsAFormatError() {
        NamedArray.Bytes bytes = NodeBytes
                .write(ServedModels.table(0, 1, index -> "x".repeat(ArrayBytes.PART_BYTES)));
        NamedArray.Bytes first = new NamedArray.Bytes(bytes.pieces().subList(0, 1));
        assertThatThrownBy(() -> NodeBytes.read(1, first)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("end early");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 1_000_000_000, Integer.MAX_VALUE })
    void countsThatTheBytesCannotHaveAreFormatErrors(int size) {
        NamedArray.Bytes bytes = NodeBytes.write(ServedModels.table(0, 10, index -> "u" + index));
        for (NamedArray.Bytes some : List.of(bytes, new NamedArray.Bytes(List.of()))) {
            assertThatThrownBy(() -> NodeBytes.read(size, some)).isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(size + " nodes do not fit " + some.length() + " bytes");
        }
    }

    @Test
    void nodesComeBackFromPiecesOfAnySize() {
        NodeTable nodes = ServedModels.table(1L << 40, 5, index -> index % 2 == 0 ? index : List.of("x", index, 0.5));
        byte[] whole = NodeBytes.write(nodes).pieces().getFirst();
        for (int length = 1; length <= whole.length; length++) {
            NodeTable read = NodeBytes.read(5, new NamedArray.Bytes(cut(whole, length)));
            assertThat(read.sameValues(nodes)).isTrue();
            assertThat(read.nodes().nodeIds()).isEqualTo(nodes.nodes().nodeIds());
        }
    }

    private static List<byte[]> cut(byte[] whole, int length) {
        List<byte[]> pieces = new ArrayList<>(List.of(new byte[0]));
        for (int from = 0; from < whole.length; from += length) {
            pieces.add(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + length)));
        }
        return pieces;
    }

    @Test
    void aNegativeNodeIdIsAFormatError() {
        NamedArray.Bytes bytes = NodeBytes.write(ServedModels.table(-1, 2, index -> index));
        assertThatThrownBy(() -> NodeBytes.read(2, bytes)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("a node id must be at least 0 but is -1");
    }

    private static void assertPiecesAreFull(NamedArray.Bytes bytes, long length) {
        List<byte[]> pieces = bytes.pieces();
        assertThat(bytes.length()).isEqualTo(length);
        assertThat(pieces).hasSize((int) ((length + ArrayBytes.PART_BYTES - 1) / ArrayBytes.PART_BYTES));
        for (int piece = 0; piece + 1 < pieces.size(); piece++) {
            assertThat(pieces.get(piece)).hasSize(ArrayBytes.PART_BYTES);
        }
    }
}
