package org.gnnrec.model;

import java.util.Arrays;

/**
 * What each item of a user contributes to the score of one item, in the order of the user's row.
 *
 * @param own the contribution of what the user has besides items; null if the model keeps nothing of a user
 * @param sum the sum of all contributions; null if they are not the terms of one sum
 * @param attention of the user to themselves and then to each item; null if the model has no attention
 */
public record Contributions(double[] items, Double own, Double sum, float[] attention) {
    /** The terms of a score that is linear in the user; {@code own} may be null. */
    public static Contributions terms(double[] items, Double own) {
        return new Contributions(items, own, Arrays.stream(items).sum() + (own == null ? 0 : own), null);
    }

    /** How much a score that is not linear in the user falls without each item. These drops have no sum. */
    public static Contributions drops(double[] items, double own, float[] attention) {
        return new Contributions(items, own, null, attention);
    }

    /** The share of the sum that a contribution makes up; null if there is no sum or it is 0. */
    public Double share(double contribution) {
        return sum == null || sum == 0 ? null : contribution / sum;
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
