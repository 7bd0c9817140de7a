package org.gnnrec.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Divides interactions into 70 % train, 10 % valid and 20 % test. Users with fewer than {@value #FEWEST} interactions
 * keep all of them in train. The same data and seed give the same split, whatever the order of the lines: the hash is
 * over ids. O(m log m).
 */
final class Splitter {
    static final int FEWEST = 5;
    private static final double TRAIN_END = 0.7;
    private static final double VALID_END = 0.8;

    private final List<Object> userIds;
    private final List<Object> itemIds;
    private final long[] pairs;

    /** Pairs may repeat; a repeated one counts once. */
    Splitter(List<Object> userIds, List<Object> itemIds, long[] pairs) {
        this.userIds = userIds;
        this.itemIds = itemIds;
        this.pairs = pairs;
    }

    /**
     * Each user's items in the order of hash(seed, user, item), cut at 70 and 80 % of their number, rounded half up: 5
     * items give 4, 0 and 1.
     */
    Map<Part, Interactions> byUser(long seed) {
        Interactions all = Interactions.of(userIds.size(), pairs);
        long[] itemHashes = itemIds.stream().mapToLong(Splitter::hash).toArray();
        Sorter sorter = new Sorter();
        for (int user = 0; user < all.userCount(); user++) {
            int[] items = all.itemsOf(user);
            long userHash = mix(seed + hash(userIds.get(user)));
            long[] hashes = Arrays.stream(items).mapToLong(item -> mix(userHash + itemHashes[item])).toArray();
            long[] cuts = cuts(hashes);
            for (int i = 0; i < items.length; i++) {
                sorter.add(items.length < FEWEST ? Part.TRAIN : partOf(hashes[i], cuts), user, items[i]);
            }
        }
        return sorter.parts();
    }

    /**
     * All interactions in the order of time, cut after 70 and 80 % of their number; equal times are never parted. A pair
     * that repeats counts where it is first.
     *
     * @param times one for each pair
     */
    Map<Part, Interactions> byTime(long[] times) {
        Interactions all = Interactions.of(userIds.size(), pairs);
        long[] cuts = cuts(times);
        Sorter sorter = new Sorter();
        for (int i = 0; i < pairs.length; i++) {
            int user = Interactions.userOf(pairs[i]);
            Part part = all.degree(user) < FEWEST ? Part.TRAIN : partOf(times[i], cuts);
            sorter.add(part, user, Interactions.itemOf(pairs[i]));
        }
        return sorter.parts();
    }

    /** The last value of train and the last of valid. */
    private static long[] cuts(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new long[]{ lastBefore(sorted, TRAIN_END), lastBefore(sorted, VALID_END) };
    }

    private static long lastBefore(long[] sorted, double fraction) {
        int end = (int) Math.floor(sorted.length * fraction + 0.5);
        return end == 0 ? Long.MIN_VALUE : sorted[end - 1];
    }

    private static Part partOf(long value, long[] cuts) {
        if (value <= cuts[0]) {
            return Part.TRAIN;
        }
        return value <= cuts[1] ? Part.VALID : Part.TEST;
    }

    /** FNV-1a, 64 bits, over the characters of the id: 42 and "42" are the same id in two files. */
    private static long hash(Object id) {
        long hash = 0xcbf29ce484222325L;
        for (char c : String.valueOf(id).toCharArray()) {
            hash = (hash ^ c) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Collects the parts; what stands in an earlier part is taken out of the later ones. */
    private final class Sorter {
        private final Map<Part, LongStream.Builder> builders = new EnumMap<>(Part.class);

        Sorter() {
            for (Part part : Part.values()) {
                builders.put(part, LongStream.builder());
            }
        }

        void add(Part part, int user, int item) {
            builders.get(part).add(Interactions.pair(user, item));
        }

        Map<Part, Interactions> parts() {
            Map<Part, Interactions> parts = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                long[] rest = builders.get(part).build().filter(pair -> !contained(pair, parts)).toArray();
                parts.put(part, Interactions.of(userIds.size(), rest));
            }
            return parts;
        }

        private static boolean contained(long pair, Map<Part, Interactions> parts) {
            return parts.values().stream()
                    .anyMatch(part -> part.contains(Interactions.userOf(pair), Interactions.itemOf(pair)));
        }
    }
}
