package org.gnnrec.lab.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Divides interactions into 70 % train, 10 % valid and 20 % test, or into all of some items as test and 90 and 10 % of the
 * rest. Users with fewer than {@value #FEWEST} of what is divided keep it in train. The same data and seed give the same
 * split, whatever the order of the lines: the hash is over ids. O(m log m).
 */
final class Splitter {
    static final int FEWEST = 5;
    private static final double TRAIN_END = 0.7;
    private static final double VALID_END = 0.8;
    private static final int COLD_ONE_IN = 10;
    private static final double COLD_TRAIN_END = 0.9;

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
        return byHash(seed, new boolean[itemIds.size()], TRAIN_END, VALID_END);
    }

    /**
     * A tenth of the items, rounded down, those lowest by hash(seed, item), has all its interactions in test. The rest
     * is as {@link #byUser}, cut at 90 % into train and valid.
     */
    Map<Part, Interactions> cold(long seed) {
        boolean[] cold = new boolean[itemIds.size()];
        IntStream.range(0, cold.length).boxed()
                .sorted(Comparator.comparingLong(item -> mix(seed + hash(itemIds.get(item)))))
                .limit(cold.length / COLD_ONE_IN).forEach(item -> cold[item] = true);
        return byHash(seed, cold, COLD_TRAIN_END, 1);
    }

    private Map<Part, Interactions> byHash(long seed, boolean[] cold, double trainEnd, double validEnd) {
        Interactions all = Interactions.of(userIds.size(), pairs);
        long[] itemHashes = itemIds.stream().mapToLong(Splitter::hash).toArray();
        Sorter sorter = new Sorter();
        for (int user = 0; user < all.userCount(); user++) {
            int[] items = sorter.addCold(user, all.itemsOf(user), cold);
            long userHash = mix(seed + hash(userIds.get(user)));
            long[] hashes = Arrays.stream(items).mapToLong(item -> mix(userHash + itemHashes[item])).toArray();
            long[] cuts = cuts(hashes, trainEnd, validEnd);
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
        long[] cuts = cuts(times, TRAIN_END, VALID_END);
        Sorter sorter = new Sorter();
        for (int i = 0; i < pairs.length; i++) {
            int user = Interactions.userOf(pairs[i]);
            Part part = all.degree(user) < FEWEST ? Part.TRAIN : partOf(times[i], cuts);
            sorter.add(part, user, Interactions.itemOf(pairs[i]));
        }
        return sorter.parts();
    }

    /** The last value of train and the last of valid. */
    private static long[] cuts(long[] values, double trainEnd, double validEnd) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new long[]{ lastBefore(sorted, trainEnd), lastBefore(sorted, validEnd) };
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

        /** Puts the cold ones of a user's items into test and gives the others. */
        int[] addCold(int user, int[] items, boolean[] cold) {
            Arrays.stream(items).filter(item -> cold[item]).forEach(item -> add(Part.TEST, user, item));
            return Arrays.stream(items).filter(item -> !cold[item]).toArray();
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
