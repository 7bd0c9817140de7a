package org.gnnrec.linalg;

/**
 * exp in single precision: x = n ln 2 + r with |r| at most ln 2 / 2, a polynomial of degree 6 in r, and n added to the
 * exponent bits. Relative error below 3e-7 (checked against {@link Math#exp} in the tests). Below {@link #LOWEST} the
 * result is 0 (no subnormal is made), above {@link #HIGHEST} it is infinite; NaN stays NaN.
 */
final class Exp {
    static final float LOWEST = -87.33f;
    static final float HIGHEST = 88.722f;
    static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts: n times the first is exact. */
    static final float LN2_HIGH = 355f / 512;
    static final float LN2_LOW = -2.12194440e-4f;
    /** 1.5 * 2^23: a float this large has no fraction, so adding it rounds and leaves n in the lowest bits. */
    static final float ROUND = 12582912f;
    static final float C2 = 0.5f;
    static final float C3 = 1.6666667e-1f;
    static final float C4 = 4.1666668e-2f;
    static final float C5 = 8.333334e-3f;
    static final float C6 = 1.3888889e-3f;

    private Exp() {}

    static float exp(float x) {
        float clamped = Math.min(Math.max(x, LOWEST), HIGHEST);
        float shifted = clamped * LOG2_E + ROUND;
        float n = shifted - ROUND;
        float r = (clamped - n * LN2_HIGH) - n * LN2_LOW;
        float p = 1f + r * (1f + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * C6)))));
        float exp = Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << 23));
        if (x < LOWEST) {
            return 0f;
        }
        return x > HIGHEST ? Float.POSITIVE_INFINITY : exp;
    }
}
