package org.gnnrec.linalg;

/** A matrix that lies in an array with element (r, c) at {@code offset + r * rowStep + c * columnStep}. */
record Strided(float[] data, int offset, int rowStep, int columnStep) {

    /** Rows to copy at once if they lie across the lines of the cache: one line then serves them all. */
    private static final int ACROSS = 8;

    /** Rows that follow one another, {@code rowStep} apart. */
    static Strided rows(float[] data, int offset, int rowStep) {
        return new Strided(data, offset, rowStep, 1);
    }

    Strided turned() {
        return new Strided(data, offset, /* rowStep= */ columnStep, /* columnStep= */ rowStep);
    }

    /** The part that begins with this row and column. */
    Strided from(int row, int column) {
        return new Strided(data, at(row, column), rowStep, columnStep);
    }

    int at(int row, int column) {
        return offset + row * rowStep + column * columnStep;
    }

    /** Copies rows to arrays of their own. */
    void copyTo(float[][] rows, int count, int columns) {
        int r = 0;
        for (; columnStep != 1 && r <= count - ACROSS; r += ACROSS) {
            read(data, at(r, 0), rowStep, columnStep, columns, rows, r);
        }
        for (; r < count; r++) {
            copyRow(r, rows[r], columns);
        }
    }

    private void copyRow(int r, float[] row, int columns) {
        if (columnStep == 1) {
            System.arraycopy(data, at(r, 0), row, 0, columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            row[j] = data[at(r, j)];
        }
    }

    private static void read(float[] data, int offset, int rowStep, int columnStep, int columns, float[][] rows,
            int first) {
        float[] r0 = rows[first];
        float[] r1 = rows[first + 1];
        float[] r2 = rows[first + 2];
        float[] r3 = rows[first + 3];
        float[] r4 = rows[first + 4];
        float[] r5 = rows[first + 5];
        float[] r6 = rows[first + 6];
        float[] r7 = rows[first + 7];
        for (int j = 0; j < columns; j++) {
            int at = offset + j * columnStep;
            r0[j] = data[at];
            r1[j] = data[at + rowStep];
            r2[j] = data[at + 2 * rowStep];
            r3[j] = data[at + 3 * rowStep];
            r4[j] = data[at + 4 * rowStep];
            r5[j] = data[at + 5 * rowStep];
            r6[j] = data[at + 6 * rowStep];
            r7[j] = data[at + 7 * rowStep];
        }
    }

    /** Writes rows back from arrays of their own. */
    void copyFrom(float[][] rows, int count, int columns) {
        int r = 0;
        for (; columnStep != 1 && r <= count - ACROSS; r += ACROSS) {
            write(data, at(r, 0), rowStep, columnStep, columns, rows, r);
        }
        for (; r < count; r++) {
            writeRow(r, rows[r], columns);
        }
    }

    private void writeRow(int r, float[] row, int columns) {
        if (columnStep == 1) {
            System.arraycopy(row, 0, data, at(r, 0), columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            data[at(r, j)] = row[j];
        }
    }

    private static void write(float[] data, int offset, int rowStep, int columnStep, int columns, float[][] rows,
            int first) {
        float[] r0 = rows[first];
        float[] r1 = rows[first + 1];
        float[] r2 = rows[first + 2];
        float[] r3 = rows[first + 3];
        float[] r4 = rows[first + 4];
        float[] r5 = rows[first + 5];
        float[] r6 = rows[first + 6];
        float[] r7 = rows[first + 7];
        for (int j = 0; j < columns; j++) {
            int at = offset + j * columnStep;
            data[at] = r0[j];
            data[at + rowStep] = r1[j];
            data[at + 2 * rowStep] = r2[j];
            data[at + 3 * rowStep] = r3[j];
            data[at + 4 * rowStep] = r4[j];
            data[at + 5 * rowStep] = r5[j];
            data[at + 6 * rowStep] = r6[j];
            data[at + 7 * rowStep] = r7[j];
        }
    }
}
