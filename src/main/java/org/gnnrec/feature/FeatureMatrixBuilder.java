package org.gnnrec.feature;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gnnrec.linalg.HeapClaim;

/**
 * Collects the rows of a {@link FeatureMatrix} one after the other, each by ascending columns. Holds 8 bytes an entry
 * while it grows and at most 12 while it builds. Not thread-safe. {@link #build} uses it up.
 */
public final class FeatureMatrixBuilder {
    /** The largest array of Java. */
    static final int MAX_ENTRIES = Integer.MAX_VALUE - 8;
    private static final int CHUNK = 1 << 15;
    private static final int FIRST_CHUNK = 1 << 6;

    /** Bytes of an entry while the matrix is built. */
    private static final int ENTRY_BYTES = 12;

    private final HeapClaim heap;
    private final int columnCount;
    private final int[] offsets;
    private final List<int[]> columns = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private int used;
    private int lastColumn = -1;
    private int row;
    private long added;

    public FeatureMatrixBuilder(int rowCount, int columnCount) {
        this(rowCount, columnCount, HeapClaim.UNBOUNDED);
    }

    /** @param heap claims what the entries hold */
    public FeatureMatrixBuilder(int rowCount, int columnCount, HeapClaim heap) {
        this.heap = heap;
        this.columnCount = columnCount;
        this.offsets = new int[rowCount + 1];
    }

    /**
     * Adds a value to the current row; 0 is not kept.
     *
     * @throws IllegalArgumentException if the column is not after the last one and inside the matrix, the value is not
     *         finite, or the matrix already has 2^31 - 9 entries
     */
    public void put(int column, float value) {
        FeatureMatrix.requireFinite(value);
        if (column <= lastColumn || column >= columnCount) {
            throw new IllegalArgumentException("column " + column + " must be after column " + lastColumn
                    + " and below " + columnCount);
        }
        lastColumn = column;
        if (value != 0) {
            append(column, value);
        }
    }

    private void append(int column, float value) {
        if (columns.isEmpty() || used == columns.getLast().length) {
            grow();
        }
        columns.getLast()[used] = column;
        values.getLast()[used++] = value;
        added++;
    }

    private void grow() {
        int size = (int) Math.min(CHUNK, Math.max(FIRST_CHUNK, added));
        requireFits(added + size);
        heap.grow((long) ENTRY_BYTES * size);
        columns.add(new int[size]);
        values.add(new float[size]);
        used = 0;
    }

    static void requireFits(long entries) {
        if (entries > MAX_ENTRIES) {
            throw new IllegalArgumentException("featureProperties: the features of one side hold at most " + MAX_ENTRIES
                    + " numbers other than 0, but these hold more. Name fewer properties, or shorten their vectors");
        }
    }

    /** Ends the current row. The next value belongs to the next row. */
    public void endRow() {
        offsets[++row] = (int) added;
        lastColumn = -1;
    }

    /** The matrix of the ended rows. The rows that are left are empty. O(rows + entries). */
    public FeatureMatrix build() {
        Arrays.fill(offsets, row, offsets.length, offsets[row]);
        int entries = offsets[row];
        return FeatureMatrix.trusted(columnCount, offsets, joined(columns, entries, new int[entries]),
                joined(values, entries, new float[entries]));
    }

    /** Moves the chunks into one array. */
    private static <T> T joined(List<T> chunks, int entries, T whole) {
        int to = 0;
        for (int c = 0; to < entries; c++) {
            int length = Math.min(entries - to, Array.getLength(chunks.get(c)));
            System.arraycopy(chunks.get(c), 0, whole, to, length);
            to += length;
        }
        chunks.clear();
        return whole;
    }
}
