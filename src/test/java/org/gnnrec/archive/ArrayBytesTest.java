package org.gnnrec.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayBytesTest {
    private static final int PER_PART = ArrayBytes.PART_BYTES / 4;

    private final List<byte[]> parts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PER_PART - 1, PER_PART, PER_PART + 1, 2 * PER_PART })
    void floatsComeBackAcrossTheBordersOfParts(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = Float.intBitsToFloat(i * 0x9E3779B9 & 0xBFFFFFFF);
        }
        ArrayBytes.writeFloats(values, parts::add);
        assertPartsAreFull(4L * length);
        assertThat(ArrayBytes.readFloats(parts)).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PER_PART - 1, PER_PART, PER_PART + 1, 2 * PER_PART })
    void intsComeBackAcrossTheBordersOfParts(int length) {
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            values[i] = i * 0x9E3779B9;
        }
        ArrayBytes.writeInts(values, parts::add);
        assertPartsAreFull(4L * length);
        assertThat(ArrayBytes.readInts(parts)).isEqualTo(values);
    }

    private void assertPartsAreFull(long bytes) {
        assertThat(parts).hasSize((int) ((bytes + ArrayBytes.PART_BYTES - 1) / ArrayBytes.PART_BYTES));
        for (int part = 0; part + 1 < parts.size(); part++) {
            assertThat(parts.get(part)).hasSize(ArrayBytes.PART_BYTES);
        }
    }
}
