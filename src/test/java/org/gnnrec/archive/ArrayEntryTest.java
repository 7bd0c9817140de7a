package org.gnnrec.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.archive.ArrayEntry.Type;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayEntryTest {
    private static final int PER_PART = ArrayBytes.PART_BYTES / 4;
    private static final int QUIET_NAN_WITH_PAYLOAD = 0x7FC12345;

    private final List<byte[]> parts = new ArrayList<>();

    /** A part holds 512 rows of 512 columns. */
    @ParameterizedTest
    @CsvSource({ "0,0", "0,7", "7,0", "1,1", "3,5", "511,512", "512,512", "513,512", "1,262145" })
    void aMatrixComesBackInItsShapeBitForBit(int rows, int cols) {
        DenseMatrix matrix = matrix(rows, cols);
        ArrayEntry entry = write(new NamedArray.Floats(matrix));
        assertThat(entry).isEqualTo(new ArrayEntry("some", Type.FLOATS, rows, cols, entry.checksum()));
        assertThat(parts).hasSize((rows * cols + PER_PART - 1) / PER_PART);
        NamedArray.Floats read = (NamedArray.Floats) read(entry);
        assertThat(read.matrix().rows()).isEqualTo(rows);
        assertThat(read.matrix().cols()).isEqualTo(cols);
        assertThat(bits(read.matrix().data())).isEqualTo(bits(matrix.data()));
    }

    @Test
    void everyFloatKeepsItsBits() {
        float[] odd = { 0f, -0f, Float.MIN_VALUE, Float.NaN, Float.intBitsToFloat(QUIET_NAN_WITH_PAYLOAD),
                Float.NEGATIVE_INFINITY, Float.MAX_VALUE };
        ArrayEntry entry = write(new NamedArray.Floats(new DenseMatrix(1, odd.length, odd)));
        assertThat(bits(((NamedArray.Floats) read(entry)).matrix().data())).isEqualTo(bits(odd));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, PER_PART - 1, PER_PART, PER_PART + 1, 2 * PER_PART })
    void wholeNumbersComeBackAcrossTheBordersOfParts(int length) {
        int[] values = new SplittableRandom(length).ints(length).toArray();
        ArrayEntry entry = write(new NamedArray.Ints(values));
        assertThat(entry).isEqualTo(new ArrayEntry("some", Type.INTS, length, 1, entry.checksum()));
        assertThat(((NamedArray.Ints) read(entry)).values()).isEqualTo(values);
    }

    @Test
    void bytesComeBackInTheirPieces() {
        List<byte[]> pieces = pieces(2 * ArrayBytes.PART_BYTES + 3);
        ArrayEntry entry = write(new NamedArray.Bytes(pieces));
        assertThat(entry).isEqualTo(
                new ArrayEntry("some", Type.BYTES, 2L * ArrayBytes.PART_BYTES + 3, 1, entry.checksum()));
        NamedArray.Bytes read = (NamedArray.Bytes) read(entry);
        assertThat(read.pieces()).usingElementComparator(Arrays::compare).isEqualTo(pieces);
        assertThat(read.length()).isEqualTo(entry.rows());
    }

    @Test
    void noBytesAreAnArrayOfNone() {
        NamedArray.Bytes read = (NamedArray.Bytes) read(write(new NamedArray.Bytes(List.of())));
        assertThat(read.length()).isZero();
    }

    @Test
    void aLineComesBackFromItsMap() {
        for (Type type : Type.values()) {
            ArrayEntry entry = new ArrayEntry("state.weight.sage1.self", type, 1L << 40, 3, 0xFFFFFFFFL);
            assertThat(ArrayEntry.of(entry.toMap())).isEqualTo(entry);
        }
        assertThat(new ArrayEntry("a", Type.INTS, 2, 1, 5).toMap())
                .isEqualTo(Map.of("name", "a", "type", "INTS", "rows", 2L, "cols", 1L, "checksum", 5L));
    }

    @Test
    void anotherChecksumIsAFormatError() {
        for (NamedArray array : arrays(PER_PART + 1)) {
            parts.clear();
            ArrayEntry entry = write(array);
            ArrayEntry other = new ArrayEntry(entry.name(), entry.type(), entry.rows(), entry.cols(),
                    entry.checksum() + 1);
            assertRefused(other, "array 'some' is damaged. Train the model again");
        }
    }

    @Test
    void aBitThatTurnedIsAFormatError() {
        for (NamedArray array : arrays(PER_PART + 1)) {
            parts.clear();
            ArrayEntry entry = write(array);
            parts.get(1)[0] ^= 1;
            assertRefused(entry, "array 'some' is damaged. Train the model again");
        }
    }

    @Test
    void partsInAnotherOrderAreAFormatError() {
        for (NamedArray array : arrays(2 * PER_PART)) {
            parts.clear();
            ArrayEntry entry = write(array);
            parts.add(parts.removeFirst());
            assertRefused(entry, "array 'some' is damaged. Train the model again");
        }
    }

    @Test
    void aMissingPartIsAFormatErrorWhicheverItIs() {
        for (NamedArray array : arrays(2 * PER_PART + 1)) {
            for (int missing = 0; missing < 3; missing++) {
                parts.clear();
                ArrayEntry entry = write(array);
                parts.remove(missing);
                assertThatThrownBy(() -> read(entry)).isInstanceOf(ModelFormatException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 1 })
    void tooFewAndTooManyValuesAreFormatErrors(int more) {
        for (NamedArray array : List.of(new NamedArray.Floats(matrix(1, 100)), new NamedArray.Ints(new int[100]))) {
            parts.clear();
            ArrayEntry entry = write(array);
            ArrayEntry other = entry.type() == Type.FLOATS
                    ? new ArrayEntry("some", Type.FLOATS, 1, 100 + more, entry.checksum())
                    : new ArrayEntry("some", Type.INTS, 100 + more, 1, entry.checksum());
            assertRefused(other,
                    "array 'some' has " + (more > 0 ? "only" : "at least") + " 400 bytes in its parts, but "
                            + other.rows() + " x " + other.cols() + " " + other.type().name().toLowerCase(Locale.ROOT)
                            + " are " + 4 * (100 + more) + ". Train the model again");
        }
    }

    @Test
    void aShapeThatNoArrayHasIsAFormatErrorBeforeAnyPartIsRead() {
        long[] sizes = { -1, 0, 1, 1_000_000_000, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE };
        parts.add(new byte[8]);
        for (Type type : Type.values()) {
            for (long rows : sizes) {
                for (long cols : sizes) {
                    ArrayEntry entry = new ArrayEntry("some", type, rows, cols, 0);
                    assertThatThrownBy(() -> read(entry)).isInstanceOf(ModelFormatException.class)
                            .hasMessageStartingWith("array 'some' ");
                }
            }
        }
    }

    @Test
    void bytesAreCounted() {
        ArrayEntry entry = write(new NamedArray.Bytes(pieces(100)));
        for (int wrong : new int[]{ 0, 99, 101, Integer.MAX_VALUE }) {
            ArrayEntry other = new ArrayEntry("some", Type.BYTES, wrong, 1, entry.checksum());
            assertThatThrownBy(() -> read(other)).isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("100 bytes in its parts");
        }
    }

    @Test
    void aPartThatCutsAValueIsAFormatError() {
        ArrayEntry entry = write(new NamedArray.Ints(new int[]{ 1, 2 }));
        byte[] whole = parts.removeFirst();
        parts.addAll(List.of(Arrays.copyOf(whole, 3), Arrays.copyOfRange(whole, 3, 8)));
        assertRefused(entry, "array 'some' has a part 0 of 3 bytes, which is no multiple of 4. Train the model again");
    }

    @ParameterizedTest
    @ValueSource(strings = { "name", "type", "rows", "cols", "checksum" })
    void aLineWithoutAValueOrWithAnotherTypeIsAFormatError(String key) {
        Map<String, Object> line = new HashMap<>(new ArrayEntry("some", Type.INTS, 2, 1, 5).toMap());
        line.put(key, null);
        assertThatThrownBy(() -> ArrayEntry.of(line)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("has '" + key + "': null, which must be a ");
        line.put(key, List.of());
        assertThatThrownBy(() -> ArrayEntry.of(line)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("has '" + key + "': [], which must be a ");
        line.remove(key);
        assertThatThrownBy(() -> ArrayEntry.of(line)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void anUnknownTypeIsAFormatError() {
        Map<String, Object> line = new HashMap<>(new ArrayEntry("some", Type.INTS, 2, 1, 5).toMap());
        line.put("type", "LONGS");
        assertThatThrownBy(() -> ArrayEntry.of(line)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("cannot be of type 'LONGS', but of [FLOATS, INTS, BYTES]");
    }

    private List<NamedArray> arrays(int length) {
        return List.of(new NamedArray.Floats(matrix(length, 1)),
                new NamedArray.Ints(new SplittableRandom(1).ints(length).toArray()),
                new NamedArray.Bytes(pieces(4 * length)));
    }

    private static List<byte[]> pieces(int length) {
        List<byte[]> pieces = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(length);
        for (int from = 0; from < length; from += ArrayBytes.PART_BYTES) {
            byte[] piece = new byte[Math.min(ArrayBytes.PART_BYTES, length - from)];
            random.nextBytes(piece);
            pieces.add(piece);
        }
        return pieces;
    }

    private static DenseMatrix matrix(int rows, int cols) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        SplittableRandom random = new SplittableRandom(rows);
        for (int n = 0; n < matrix.data().length; n++) {
            matrix.data()[n] = (float) random.nextGaussian();
        }
        return matrix;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = Float.floatToRawIntBits(values[n]);
        }
        return bits;
    }

    private ArrayEntry write(NamedArray array) {
        return ArrayEntry.write("some", array, parts::add);
    }

    private NamedArray read(ArrayEntry entry) {
        return entry.read(parts.size(), parts::get);
    }

    private void assertRefused(ArrayEntry entry, String message) {
        assertThatThrownBy(() -> read(entry)).isInstanceOf(ModelFormatException.class).hasMessage(message);
    }
}
