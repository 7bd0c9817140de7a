package org.gnnrec.lab.data;

import java.util.Arrays;

/**
 * A set of (user, item) pairs, each once, as sorted rows of items: user and item are dense indices into the lists of a
 * {@link Dataset}. Memory 4 bytes a pair and 4 a user; immutable.
 */
public final class Interactions {
    private final int[] offsets;
    private final int[] items;

    private Interactions(int[] offsets, int[] items) {
        this.offsets = offsets;
        this.items = items;
    }

    /** Sorts the pairs and merges equal ones, O(m log m). A pair is made by {@link #pair}. */
    public static Interactions of(int userCount, long[] pairs) {
        long[] sorted = Arrays.stream(pairs).sorted().distinct().toArray();
        int[] offsets = new int[userCount + 1];
        int[] items = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            offsets[userOf(sorted[i]) + 1]++;
            items[i] = itemOf(sorted[i]);
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        return new Interactions(offsets, items);
    }

    /** Both indices in one long, ordered by user, then item. */
    public static long pair(int user, int item) {
        return (long) user << 32 | item;
    }

    public static int userOf(long pair) {
        return (int) (pair >>> 32);
    }

    public static int itemOf(long pair) {
        return (int) pair;
    }

    public int userCount() {
        return offsets.length - 1;
    }

    public int size() {
        return items.length;
    }

    public int degree(int user) {
        return offsets[user + 1] - offsets[user];
    }

    /** The items of one user, ascending; a copy. */
    public int[] itemsOf(int user) {
        return Arrays.copyOfRange(items, offsets[user], offsets[user + 1]);
    }

    public boolean contains(int user, int item) {
        return Arrays.binarySearch(items, offsets[user], offsets[user + 1], item) >= 0;
    }

    /** All pairs, ascending. */
    public long[] pairs() {
        long[] pairs = new long[size()];
        for (int user = 0; user < userCount(); user++) {
            for (int i = offsets[user]; i < offsets[user + 1]; i++) {
                pairs[i] = pair(user, items[i]);
            }
        }
        return pairs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interactions that && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offsets) + Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return size() + " interactions of " + userCount() + " users";
    }
}
