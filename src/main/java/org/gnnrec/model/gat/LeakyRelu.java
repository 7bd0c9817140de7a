package org.gnnrec.model.gat;

/** {@code max(x, 0.2 x)}, with the slope of GAT (Velickovic et al., ICLR 2018, section 2.1). */
final class LeakyRelu {
    private static final float SLOPE = 0.2f;

    private LeakyRelu() {}

    static float of(float x) {
        return Math.max(x, SLOPE * x);
    }

    static float slope(float x) {
        return x > 0 ? 1 : SLOPE;
    }

    /** {@code z[c] = of(x[c] + y[c])} for a row of n. */
    static void ofSums(float[] x, int xOffset, float[] y, int yOffset, float[] z, int n) {
        for (int c = 0; c < n; c++) {
            z[c] = of(x[xOffset + c] + y[yOffset + c]);
        }
    }

    /**
     * {@code z[c] += factor slope(x[c] + y[c])} for a row of n; the slope is the mean of both slopes plus or minus half
     * their difference, by the sign. A branch on a random sign takes ten times as long.
     */
    static void addSlopes(float factor, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset, int n) {
        float middle = (1 + SLOPE) / 2 * factor;
        float half = (1 - SLOPE) / 2 * factor;
        for (int c = 0; c < n; c++) {
            z[zOffset + c] += middle + half * Math.copySign(1, x[xOffset + c] + y[yOffset + c]);
        }
    }
}
