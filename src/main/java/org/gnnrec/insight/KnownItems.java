package org.gnnrec.insight;

import java.util.Arrays;

/**
 * The half of some items that most users know. An item of one user tells only of that user, so the centroids come from
 * the known items, and these represent their community.
 */
final class KnownItems {
    private KnownItems() {}

    /**
     * The items with the most users, in the given order: at least {@code atLeast} and at least half of them, and every
     * item that has as many users as the last of these. O(n log n).
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
