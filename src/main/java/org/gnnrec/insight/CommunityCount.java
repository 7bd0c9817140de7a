package org.gnnrec.insight;

import java.util.stream.IntStream;

/**
 * How many communities to try: around the cube root of the number of items, from half to twice of it, within [2, 50].
 * Nobody reads longer lists. If no number is clear, as in MovieLens, the silhouette alone would choose 2.
 */
final class CommunityCount {
    private static final int FEWEST = 2;
    private static final int MOST = 50;
    private static final int CANDIDATES = 16;

    private CommunityCount() {}

    /** The numbers to try for at least 2 items: ascending, at most 16, evenly spread. */
    static int[] candidates(int items) {
        double root = Math.cbrt(items);
        int high = Math.min(items, (int) Math.min(MOST, Math.ceil(2 * root)));
        int low = Math.min(high, Math.max(FEWEST, (int) (root / 2)));
        int step = (high - low) / CANDIDATES + 1;
        return IntStream.rangeClosed(0, (high - low) / step).map(n -> low + n * step).toArray();
    }

    /** The candidate with the largest silhouette, the first among equals. */
    static int best(int[] candidates, double[] silhouettes) {
        int best = 0;
        for (int i = 1; i < candidates.length; i++) {
            best = silhouettes[i] > silhouettes[best] ? i : best;
        }
        return candidates[best];
    }
}
