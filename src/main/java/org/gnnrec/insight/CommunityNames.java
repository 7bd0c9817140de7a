package org.gnnrec.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.gnnrec.insight.ItemValues.Value;

/**
 * Names each community by a value that is over-represented in it: more frequent than chance explains, by a G-test at
 * 0.05 over all pairs of a value and a community together (Bonferroni). The strongest pairs choose first. Two
 * communities share a value only if one of them has no other.
 */
public final class CommunityNames {
    private static final double SIGNIFICANCE = 0.05;
    private static final int FEWEST = 2;

    private final ItemValues values;
    private final int[] overall;
    private final double threshold;

    private CommunityNames(ItemValues values, int communities) {
        this.values = values;
        this.overall = values.counts(IntStream.range(0, values.itemCount()).toArray());
        long repeated = Arrays.stream(overall).filter(count -> count >= FEWEST).count();
        this.threshold = Statistics.get().normalQuantile(1 - SIGNIFICANCE / Math.max(1, repeated * communities));
    }

    /**
     * The name of a community.
     *
     * @param share of the community's items have the value
     * @param overallShare of all items have it
     */
    public record Name(String property, Object value, double share, double overallShare) {
        /** The name for people: {@code genre: Comedy}. */
        public String text() {
            return property + ": " + value;
        }
    }

    /** A value that is over-represented in a community. The strength is in standard deviations. */
    private record Pair(int community, int value, double strength, double share) {}

    /** A name for each community, null if nothing sets it apart. O(communities * values + entries). */
    public static Name[] of(int[][] members, ItemValues values) {
        CommunityNames names = new CommunityNames(values, members.length);
        List<Pair> pairs = new ArrayList<>();
        for (int community = 0; community < members.length; community++) {
            names.addPairs(community, members[community], pairs);
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.strength).thenComparingInt(Pair::community)
                .thenComparingInt(Pair::value));
        return names.assign(pairs, members.length);
    }

    private void addPairs(int community, int[] items, List<Pair> pairs) {
        int[] inside = values.counts(items);
        for (int value = 0; value < inside.length; value++) {
            if (inside[value] >= FEWEST && isMoreFrequent(inside[value], items.length, overall[value])) {
                double strength = strength(inside[value], items.length, overall[value]);
                if (strength > threshold) {
                    pairs.add(new Pair(community, value, strength, (double) inside[value] / items.length));
                }
            }
        }
    }

    private boolean isMoreFrequent(long inside, long size, long all) {
        return inside * values.itemCount() > all * size;
    }

    private double strength(int inside, int size, int all) {
        int outside = all - inside;
        return Statistics.get().rootLogLikelihoodRatio(inside, size - inside, outside,
                values.itemCount() - size - outside);
    }

    private Name[] assign(List<Pair> pairs, int communities) {
        Name[] names = new Name[communities];
        BitSet used = new BitSet();
        for (Pair pair : pairs) {
            if (names[pair.community] == null && !used.get(pair.value)) {
                names[pair.community] = name(pair);
                used.set(pair.value);
            }
        }
        for (Pair pair : pairs) {
            names[pair.community] = names[pair.community] == null ? name(pair) : names[pair.community];
        }
        return names;
    }

    private Name name(Pair pair) {
        Value value = values.value(pair.value);
        return new Name(value.property(), value.value(), pair.share, (double) overall[pair.value] / values.itemCount());
    }
}
