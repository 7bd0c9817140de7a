package org.gnnrec.feature;

import org.gnnrec.feature.FeatureValue.Scalar;

/**
 * Learns mean and deviation in one pass by Welford's update, because sums of squares of times, which are all near 1e9,
 * would cancel. Learns the quantiles too.
 */
final class StandardizationLearner implements EncodingLearner {
    private final FeatureKind kind;
    private final QuantileLearner quantiles = new QuantileLearner();
    private long count;
    private double mean;
    private double squares;

    StandardizationLearner(FeatureKind kind) {
        this.kind = kind;
    }

    @Override
    public void add(FeatureValue value, Origin origin) {
        double number = ((Scalar) value).value();
        double before = number - mean;
        count++;
        mean += before / count;
        squares += before * (number - mean);
        quantiles.add(number);
    }

    @Override
    public Encoding learned() {
        return new Standardization(kind, mean, Math.sqrt(squares / count), quantiles.learned());
    }
}
