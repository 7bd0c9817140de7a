package org.gnnrec.serving;

import java.util.Arrays;

/**
 * What each item of a user contributes to the score of one item, in the order of the user's row.
 *
 * @param own what the user has beside their items contributes; null where the model keeps nothing of a user
 * @param sum what all contributions add up to; null where they are not the terms of one sum
 * @param attention of the user to themselves and then to each item; null where the model has no attention
 */
record Contributions(double[] items, Double own, Double sum, float[] attention) {
    /** Of a score that is linear in the user: its terms, of which {@code own} may be null. */
    static Contributions terms(double[] items, Double own) {
        return new Contributions(items, own, Arrays.stream(items).sum() + (own == null ? 0 : own), null);
    }

    /** Of a score that is not: how much it falls without each, which adds up to nothing. */
    static Contributions drops(double[] items, double own, float[] attention) {
        return new Contributions(items, own, null, attention);
    }

    /** The part of the sum that a contribution is; null where there is no sum, or none to be a part of. */
    Double share(double contribution) {
        return sum == null || sum == 0 ? null : contribution / sum;
    }

    /** The attention to the user themselves; null where there is none. */
    Double ownAttention() {
        return attention == null ? null : (double) attention[0];
    }

    /** The attention to the n-th item; null where there is none. */
    Double attention(int n) {
        return attention == null ? null : (double) attention[n + 1];
    }
}
