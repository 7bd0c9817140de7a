package org.gnnrec.feature;

import org.gnnrec.feature.FeatureValue.Scalar;

/**
 * Mean and deviation in one pass, by Welford's update: sums of squares of times, of which all are near 1e9, would cancel.
 * O(1) memory.
 */
final class StandardizationLearner implements EncodingLearner {
    private final FeatureKind kind;
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
    }

    @Override
    public Encoding learned() {
        return new Standardization(kind, mean, Math.sqrt(squares / count));
    }
}
