package org.gnnrec.linalg;

import java.util.Arrays;

/**
 * A sparse matrix by rows, of numbers of any sign. Row r has {@code values[e]} in {@code columns[e]}, for e in
 * {@code [offsets[r], offsets[r + 1])}, columns ascending. Immutable by contract: the arrays are shared, never copied.
 */
public record SparseRows(int[] offsets, int[] columns, float[] values) {

    private static final String OFFSETS = "offsets";
    private static final String COLUMNS = "columns";
    private static final String VALUES = "values";

    /**
     * A matrix by its rows, columns ascending. O(rows + entries).
     *
     * @throws IllegalArgumentException where there are 2^31 entries or more
     */
    public static SparseRows of(int[][] columns, float[][] values) {
        int[] offsets = new int[columns.length + 1];
        for (int row = 0; row < columns.length; row++) {
            offsets[row + 1] = requireInt((long) offsets[row] + columns[row].length);
        }
        SparseRows rows = new SparseRows(offsets, new int[offsets[columns.length]],
                new float[offsets[columns.length]]);
        for (int row = 0; row < columns.length; row++) {
            System.arraycopy(columns[row], 0, rows.columns, offsets[row], columns[row].length);
            System.arraycopy(values[row], 0, rows.values, offsets[row], columns[row].length);
        }
        return rows;
    }

    private static int requireInt(long entries) {
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("rows of items have more than 2^31 - 9 entries: lower neighbors");
        }
        return (int) entries;
    }

    public int rowCount() {
        return offsets.length - 1;
    }

    /** How many entries a row has. */
    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** The matrix, which has so many columns, with rows and columns exchanged. O(rows + columns + entries). */
    public SparseRows transpose(int columnCount) {
        int[] starts = new int[columnCount + 1];
        for (int column : columns) {
            starts[column + 1]++;
        }
        for (int column = 0; column < columnCount; column++) {
            starts[column + 1] += starts[column];
        }
        SparseRows transposed = new SparseRows(starts, new int[columns.length], new float[columns.length]);
        int[] next = Arrays.copyOf(starts, columnCount);
        for (int row = 0; row < rowCount(); row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
                int place = next[columns[e]]++;
                transposed.columns[place] = row;
                transposed.values[place] = values[e];
            }
        }
        return transposed;
    }

    /** Adds a multiple of a row to sums by column. */
    public void addRow(int row, double factor, SparseSums sums) {
        for (int e = offsets[row]; e < offsets[row + 1]; e++) {
            sums.add(columns[e], factor * values[e]);
        }
    }

    /** The value of an entry, zero where there is none. O(log entries of the row). */
    public float value(int row, int column) {
        int place = Arrays.binarySearch(columns, offsets[row], offsets[row + 1], column);
        return place < 0 ? 0 : values[place];
    }

    /** The arrays by name. */
    public NamedArrays toArrays() {
        return NamedArrays.NONE.with(OFFSETS, new NamedArray.Ints(offsets)).with(COLUMNS, new NamedArray.Ints(columns))
                .with(VALUES, new DenseMatrix(1, values.length, values));
    }

    /**
     * The matrix of such arrays.
     *
     * @throws java.util.NoSuchElementException where one is missing
     * @throws IllegalArgumentException where there are not as many values as columns
     */
    public static SparseRows of(NamedArrays arrays) {
        int[] columns = arrays.ints(COLUMNS);
        return new SparseRows(arrays.ints(OFFSETS), columns, arrays.matrix(VALUES, 1, columns.length).data());
    }

    /**
     * Checks that this matrix is square with so many rows, and returns it. O(entries).
     *
     * @throws IllegalArgumentException where an array does not fit
     */
    public SparseRows requireSquare(int size) {
        boolean fits = offsets.length == size + 1L && offsets[0] == 0 && columns.length == values.length
                && offsets[size] == columns.length;
        for (int row = 0; fits && row < size; row++) {
            fits = offsets[row] <= offsets[row + 1] && isAscending(row, size);
        }
        if (!fits) {
            throw new IllegalArgumentException("arrays '" + OFFSETS + "', '" + COLUMNS + "' and '" + VALUES
                    + "' must be a square matrix of " + size + " rows with ascending columns, but are not");
        }
        return this;
    }

    private boolean isAscending(int row, int size) {
        int previous = -1;
        for (int e = offsets[row]; e < offsets[row + 1]; e++) {
            if (e >= columns.length || columns[e] <= previous || columns[e] >= size) {
                return false;
            }
            previous = columns[e];
        }
        return true;
    }
}
