package org.gnnrec.insight;

import java.util.Arrays;

import org.gnnrec.linalg.TopK;

/**
 * Items that are typical of a community and items that lead out of it, among its known ones (see {@link KnownItems}).
 */
public final class Representatives {
    /** How near the second centroid must be, as a share of the cosine with the nearest. */
    private static final float NEARLY = 0.8f;

    private final Communities communities;
    private final int[] degrees;

    /** @param degrees how many users each item has */
    public Representatives(Communities communities, int[] degrees) {
        this.communities = communities;
        this.degrees = degrees;
    }

    /**
     * The items nearest to the centroid, nearest first; fewer only if the community has fewer. O(members log members).
     */
    public int[] typical(int[] members, int wanted) {
        return best(KnownItems.of(members, degrees, wanted), communities.cosines(), wanted);
    }

    /**
     * The items whose cosine with the second nearest centroid is positive and at least 0.8 of their cosine with the
     * nearest, the largest second cosine first. None if all items clearly belong to this community. O(members log
     * members).
     */
    public int[] bridging(int[] members, int wanted) {
        int[] between = Arrays.stream(KnownItems.of(members, degrees, wanted)).filter(this::isBetween).toArray();
        return best(between, communities.secondCosines(), wanted);
    }

    private boolean isBetween(int item) {
        float second = communities.secondCosines()[item];
        return second > 0 && second >= NEARLY * communities.cosines()[item];
    }

    private static int[] best(int[] items, float[] scores, int wanted) {
        int most = Math.min(wanted, items.length);
        if (most == 0) {
            return new int[0];
        }
        TopK top = new TopK(most);
        for (int item : items) {
            top.offer(item, scores[item]);
        }
        int[] best = new int[most];
        return Arrays.copyOf(best, top.drainTo(best, new float[most]));
    }
}
