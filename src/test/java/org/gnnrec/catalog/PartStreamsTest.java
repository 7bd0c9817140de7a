package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.source.NodeTable;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartStreamsTest {
    private static final int PER_PART = PartStreams.PART_BYTES / 4;

    private final List<byte[]> parts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PER_PART - 1, PER_PART, PER_PART + 1, 2 * PER_PART })
    void floatsComeBackAcrossTheBordersOfParts(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = Float.intBitsToFloat(i * 0x9E3779B9 & 0xBFFFFFFF);
        }
        PartStreams.writeFloats(values, parts::add);
        assertPartsAreFull(4L * length);
        assertThat(PartStreams.readFloats(length, parts.size(), parts::get)).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PER_PART - 1, PER_PART, PER_PART + 1, 2 * PER_PART })
    void intsComeBackAcrossTheBordersOfParts(int length) {
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            values[i] = i * 0x9E3779B9;
        }
        PartStreams.writeInts(values, parts::add);
        assertPartsAreFull(4L * length);
        assertThat(PartStreams.readInts(length, parts.size(), parts::get)).isEqualTo(values);
    }

    /** A node with a text id of n ASCII letters takes 8 + 1 + 4 + n bytes. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PartStreams.PART_BYTES / 32 - 1, PartStreams.PART_BYTES / 32,
            PartStreams.PART_BYTES / 32 + 1, PartStreams.PART_BYTES / 12 })
    void nodesComeBackAcrossTheBordersOfParts(int size) {
        NodeTable nodes = ServedModels.table(1L << 40, size, index -> String.format("%019d", index));
        PartStreams.writeNodes(nodes, parts::add);
        assertPartsAreFull(32L * size);
        NodeTable read = PartStreams.readNodes(size, parts);
        assertThat(read.sameValues(nodes)).isTrue();
        assertThat(read.nodes().nodeIds()).isEqualTo(nodes.nodes().nodeIds());
    }

    @Test
    void anIdLongerThanAPartComesBack() {
        NodeTable nodes = ServedModels.table(0, 2, index -> "x".repeat(PartStreams.PART_BYTES + (int) index));
        PartStreams.writeNodes(nodes, parts::add);
        assertThat(PartStreams.readNodes(2, parts).sameValues(nodes)).isTrue();
    }

    @Test
    void tooFewAndTooManyValuesAreFormatErrors() {
        PartStreams.writeFloats(new float[PER_PART + 1], parts::add);
        for (int wrong : new int[]{ PER_PART - 1, PER_PART, PER_PART + 2 }) {
            assertThatThrownBy(() -> PartStreams.readFloats(wrong, parts.size(), parts::get))
                    .isInstanceOf(ModelFormatException.class);
            assertThatThrownBy(() -> PartStreams.readInts(wrong, parts.size(), parts::get))
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void tooFewAndTooManyNodesAreFormatErrors() {
        PartStreams.writeNodes(ServedModels.table(0, 10, index -> "u" + index), parts::add);
        assertThatThrownBy(() -> PartStreams.readNodes(11, parts)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("end early");
        assertThatThrownBy(() -> PartStreams.readNodes(9, parts)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aPartMissingInTheMiddleOfTheLastTextIsAFormatError() {
        PartStreams.writeNodes(ServedModels.table(0, 1, index -> "x".repeat(PartStreams.PART_BYTES)), parts::add);
        assertThatThrownBy(() -> PartStreams.readNodes(1, parts.subList(0, 1)))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining("end early");
    }

    private void assertPartsAreFull(long bytes) {
        assertThat(parts).hasSize((int) ((bytes + PartStreams.PART_BYTES - 1) / PartStreams.PART_BYTES));
        for (int part = 0; part + 1 < parts.size(); part++) {
            assertThat(parts.get(part)).hasSize(PartStreams.PART_BYTES);
        }
    }
}
