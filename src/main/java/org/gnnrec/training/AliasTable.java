package org.gnnrec.training;

import java.util.SplittableRandom;

/**
 * Draws an index with a given weight in O(1) by Vose's alias method ("A linear algorithm for generating random numbers
 * with a given distribution", IEEE TSE 1991). Built in O(n), 8 bytes an index. Thread-safe.
 */
final class AliasTable {
    private final float[] keep;
    private final int[] alias;

    /** Weights are not negative and at least one is above zero. */
    AliasTable(double[] weights) {
        int n = weights.length;
        keep = new float[n];
        alias = new int[n];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] scaled = new double[n];
        int[] pending = new int[n];
        int small = 0;
        int large = n;
        for (int index = 0; index < n; index++) {
            scaled[index] = weights[index] * n / sum;
            pending[scaled[index] < 1 ? small++ : --large] = index;
        }
        pair(scaled, pending, small, large);
    }

    /**
     * The small ones are at the front of {@code pending}, the last of them is taken first. The large ones are at the
     * end, the first of them is taken first.
     */
    private void pair(double[] scaled, int[] pending, int smallCount, int largeStart) {
        int small = smallCount;
        int large = largeStart;
        while (small > 0 && large < pending.length) {
            int low = pending[--small];
            int high = pending[large];
            keep[low] = (float) scaled[low];
            alias[low] = high;
            scaled[high] -= 1 - scaled[low];
            if (scaled[high] < 1) {
                large++;
                pending[small++] = high;
            }
        }
        while (large < pending.length) {
            keep[pending[large++]] = 1;
        }
        // Only rounding leaves a small one over. Its weight is one but for an ulp.
        while (small > 0) {
            keep[pending[--small]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        int index = random.nextInt(keep.length);
        return random.nextDouble() < keep[index] ? index : alias[index];
    }
}
