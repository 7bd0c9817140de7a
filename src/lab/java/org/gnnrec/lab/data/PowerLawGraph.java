package org.gnnrec.lab.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Users who each like items of one planted community and some of any, with power laws of how much a user likes and how
 * liked an item is. Nothing is kept: each user's row is drawn when it is asked for, from the seed and the user alone.
 *
 * @param relationships about how many there are in all
 */
public record PowerLawGraph(int users, int items, long relationships, long seed) {

    private static final int ITEMS_OF_A_COMMUNITY = 200;
    private static final double OWN_COMMUNITY = 0.8;
    /** A density of ranks falling with the power -0.6, for items, and of places by activity with -0.4, for users. */
    private static final double ITEM_EXPONENT = 0.6;
    private static final double USER_EXPONENT = 0.4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public PowerLawGraph {
        if (users < 1 || items < 1 || relationships < users || relationships / users > items / 2) {
            throw new IllegalArgumentException(
                    "wanted 1 or more users and items, and from 1 to items / 2 relationships "
                            + "a user, but got " + users + " users, " + items + " items, " + relationships
                            + " relationships");
        }
    }

    int communities() {
        return Math.max(1, items / ITEMS_OF_A_COMMUNITY);
    }

    int communityOf(int item) {
        return item % communities();
    }

    /** The items of a user, ascending, which is from the most to the least liked one, each once. */
    int[] itemsOf(int user) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * user);
        int community = random.nextInt(communities());
        int degree = degree(random);
        return IntStream.generate(() -> item(community, random)).distinct().limit(degree).sorted().toArray();
    }

    /** At most half of the catalog. */
    private int degree(SplittableRandom random) {
        double mean = (double) relationships / users;
        double drawn = mean * (1 - USER_EXPONENT) * Math.pow(1 - random.nextDouble(), -USER_EXPONENT);
        int rounded = (int) (drawn + random.nextDouble());
        return Math.clamp(rounded, 1, items / 2);
    }

    private int item(int community, SplittableRandom random) {
        if (random.nextDouble() < OWN_COMMUNITY) {
            int size = (items - community + communities() - 1) / communities();
            return rank(size, random) * communities() + community;
        }
        return rank(items, random);
    }

    private static int rank(int size, SplittableRandom random) {
        return (int) (size * Math.pow(random.nextDouble(), 1 / (1 - ITEM_EXPONENT)));
    }
}
