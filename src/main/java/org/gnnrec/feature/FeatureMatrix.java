package org.gnnrec.feature;

/**
 * Features of nodes as a sparse matrix in compressed rows. Row r has {@code values[e]} in {@code columns[e]} for e in
 * {@code offsets[r] .. offsets[r + 1]}, with ascending columns and no duplicates. Values are finite and of any sign;
 * all other entries are 0. Immutable by contract: the arrays are shared, never copied. Takes
 * {@code 4 (rows + 1) + 8 entries} bytes. Thread-safe.
 */
public final class FeatureMatrix {
    private final int columnCount;
    private final int[] offsets;
    private final int[] columns;
    private final float[] values;

    private FeatureMatrix(int columnCount, int[] offsets, int[] columns, float[] values) {
        this.columnCount = columnCount;
        this.offsets = offsets;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix over the arrays of the builder, which are always right. */
    static FeatureMatrix trusted(int columnCount, int[] offsets, int[] columns, float[] values) {
        return new FeatureMatrix(columnCount, offsets, columns, values);
    }

    /** A matrix with so many rows and no columns. */
    public static FeatureMatrix none(int rowCount) {
        return new FeatureMatrix(0, new int[rowCount + 1], new int[0], new float[0]);
    }

    /** These rows, in this order, as a matrix of their own. O(entries of the rows). */
    public FeatureMatrix rows(int[] rows) {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(rows.length, columnCount);
        for (int row : rows) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                builder.put(columns[e], values[e]);
            }
            builder.endRow();
        }
        return builder.build();
    }

    static void requireFinite(float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("a feature must be a finite number but was " + value);
        }
    }

    public int rowCount() {
        return offsets.length - 1;
    }

    public int columnCount() {
        return columnCount;
    }

    public int entryCount() {
        return columns.length;
    }

    /** The size of the arrays. */
    public long bytes() {
        return 4L * offsets.length + 8L * columns.length;
    }

    /** The shared array of {@link #rowCount} + 1 offsets; never to be written. */
    public int[] offsets() {
        return offsets;
    }

    /** The shared array of columns; never to be written. */
    public int[] columns() {
        return columns;
    }

    /** The shared array of values; never to be written. */
    public float[] values() {
        return values;
    }
}
