package org.gnnrec.feature;

/** Features for tests, as plain arrays. */
public final class Rows {
    private Rows() {}

    /** A row with its zeros. */
    public static float[] dense(FeatureMatrix matrix, int row) {
        float[] dense = new float[matrix.columnCount()];
        for (int e = matrix.offsets()[row]; e < matrix.offsets()[row + 1]; e++) {
            dense[matrix.columns()[e]] = matrix.values()[e];
        }
        return dense;
    }
}
