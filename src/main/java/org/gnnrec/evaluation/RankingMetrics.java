package org.gnnrec.evaluation;

/**
 * Metrics of one ranked list. {@code gains[r]} is the gain of the item at rank r + 1, 0 if it is not relevant. If every
 * relevant item gains one, these are the metrics of LightGCN's code. Pure functions. They are undefined without a
 * relevant item, so callers leave such users out.
 */
public final class RankingMetrics {
    private RankingMetrics() {}

    /** The gains among the first k over the gains of all relevant items (not only k of them). */
    public static double recallAtK(double[] gains, double relevantGain, int k) {
        double found = 0;
        for (int rank = 0; rank < Math.min(k, gains.length); rank++) {
            found += gains[rank];
        }
        return found / relevantGain;
    }

    /**
     * The discounted gain {@code gain / log2(rank + 1)} over that of the best list (Jarvelin and Kekalainen, TOIS 2002,
     * with the gains as they are).
     *
     * @param falling the gains of all relevant items, the largest first
     */
    public static double ndcgAtK(double[] gains, double[] falling, int k) {
        return discounted(gains, k) / discounted(falling, k);
    }

    private static double discounted(double[] gains, int k) {
        double sum = 0;
        for (int rank = 0; rank < Math.min(k, gains.length); rank++) {
            sum += gains[rank] * discount(rank);
        }
        return sum;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
