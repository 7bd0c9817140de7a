package org.gnnrec.evaluation;

/**
 * The metrics of each user with a relevant item, and their means. {@code users[n]} has {@code recall[n]} and
 * {@code ndcg[n]}. Users without a relevant item are left out, as in LightGCN's code.
 *
 * @param k the length of the lists
 */
public record Evaluation(int k, int[] users, double[] recall, double[] ndcg) {
    /** NaN if no user has a relevant item. */
    public double meanRecall() {
        return mean(recall);
    }

    /** NaN if no user has a relevant item. */
    public double meanNdcg() {
        return mean(ndcg);
    }

    /** The 95 % interval of the mean recall over users, by the normal approximation. */
    public Interval recallInterval() {
        return Interval.of(recall);
    }

    /** The 95 % interval of the mean NDCG over users, by the normal approximation. */
    public Interval ndcgInterval() {
        return Interval.of(ndcg);
    }

    /** The standard error of the mean NDCG over users, {@code s / sqrt(n)}; NaN for fewer than two users. */
    public double ndcgStandardError() {
        return standardError(ndcg);
    }

    /** The bounds of a mean, {@code mean -+ 1.96 s / sqrt(n)}; NaN for fewer than two values. */
    public record Interval(double low, double high) {
        static Interval of(double[] values) {
            double mean = mean(values);
            double half = 1.96 * standardError(values);
            return new Interval(mean - half, mean + half);
        }
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
