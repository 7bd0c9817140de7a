package org.gnnrec.model;

import java.util.Arrays;

/**
 * What each item of a user contributes to the score of one item, in the order of the user's row.
 *
 * @param own the contribution of what the user has besides items; null if the model keeps nothing of a user
 * @param sum the sum of all contributions; null if they are not the terms of one sum
 * @param whole what a share is a part of: the sum; null if there is no sum, or one that is near zero or below it. Near
 *        means at most a twentieth of the sum of the absolute contributions. There terms of both signs cancel, so their
 *        ratios to the sum would be large, or would have the other sign, and say nothing.
 * @param attention of the user to themselves and then to each item; null if the model has no attention
 */
public record Contributions(double[] items, Double own, Double sum, Double whole, float[] attention) {

    private static final double NEAR_ZERO = 0.05;

    /** The terms of a score that is linear in the user; {@code own} may be null. */
    public static Contributions terms(double[] items, Double own) {
        double rest = own == null ? 0 : own;
        double sum = Arrays.stream(items).sum() + rest;
        double absolute = Arrays.stream(items).map(Math::abs).sum() + Math.abs(rest);
        return new Contributions(items, own, sum, sum > NEAR_ZERO * absolute ? sum : null, null);
    }

    /** How much a score that is not linear in the user falls without each item. These drops have no sum. */
    public static Contributions drops(double[] items, double own, float[] attention) {
        return new Contributions(items, own, null, null, attention);
    }

    /** The part of the whole that a contribution makes up, with the same sign; null if there is no whole. */
    public Double share(double contribution) {
        return whole == null ? null : contribution / whole;
    }

    /** The attention to the user themselves; null if there is none. */
    public Double ownAttention() {
        return attention == null ? null : (double) attention[0];
    }

    /** The attention to the n-th item; null if there is none. */
    public Double attention(int n) {
        return attention == null ? null : (double) attention[n + 1];
    }
}
