package org.gnnrec.insight;

import java.util.Arrays;

/**
 * The half of some items that most users know. An item of one user tells of that user alone, so centroids are found on
 * the known ones, and they stand for their community.
 */
final class KnownItems {
    private KnownItems() {}

    /**
     * At least this many of the items, and at least half of them: those with the most users, and all that have as many
     * as the last of these. In the given order. O(n log n).
     *
     * @param degrees by item, how many users each has
     */
    static int[] of(int[] items, int[] degrees, int atLeast) {
        int[] ascending = Arrays.stream(items).map(item -> degrees[item]).sorted().toArray();
        int kept = Math.min(items.length, Math.max(atLeast, (items.length + 1) / 2));
        int fewest = kept == 0 ? 0 : ascending[items.length - kept];
        return Arrays.stream(items).filter(item -> degrees[item] >= fewest).toArray();
    }
}
