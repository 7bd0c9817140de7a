package org.gnnrec.feature;

import org.gnnrec.feature.FeatureValue.Scalar;

/**
 * Mean and deviation in one pass, by Welford's update: sums of squares of times, of which all are near 1e9, would cancel.
 * The quantiles beside them.
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
