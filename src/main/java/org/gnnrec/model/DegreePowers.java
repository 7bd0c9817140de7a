package org.gnnrec.model;

import org.gnnrec.graph.CsrGraph;

/** Powers of item degrees. The degree of an item is what its edges weigh over the mean weight, at least 1. */
public final class DegreePowers {
    private DegreePowers() {}

    /** A power of the degree of each item. O(edges). */
    public static float[] of(CsrGraph userItems, double exponent) {
        return of(userItems.columnWeights(), userItems.meanWeight(), exponent);
    }

    /** @param weights what the edges of an item weigh together */
    public static float[] of(double[] weights, double meanWeight, double exponent) {
        float[] powers = new float[weights.length];
        for (int item = 0; item < powers.length; item++) {
            powers[item] = (float) Math.pow(Math.max(1, weights[item] / meanWeight), exponent);
        }
        return powers;
    }
}
