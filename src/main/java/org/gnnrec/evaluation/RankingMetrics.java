package org.gnnrec.evaluation;

/**
 * Metrics of one ranked list with binary relevance, as LightGCN's code has them. {@code hits[r]} says whether the item
 * at rank r + 1 is relevant. Pure functions; undefined without a relevant item, so callers leave such users out.
 */
public final class RankingMetrics {
    private RankingMetrics() {}

    /** Hits among the first k over all relevant items (not over min(k, relevant)). */
    public static double recallAtK(boolean[] hits, int relevantCount, int k) {
        int found = 0;
        for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
            found += hits[rank] ? 1 : 0;
        }
        return (double) found / relevantCount;
    }

    /** Discounted gain {@code 1 / log2(rank + 1)} over that of min(k, relevant) hits in front. */
    public static double ndcgAtK(boolean[] hits, int relevantCount, int k) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
            gain += hits[rank] ? discount(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(k, relevantCount); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
