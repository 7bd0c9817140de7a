package org.gnnrec.feature;

import org.gnnrec.feature.FeatureValue.Vector;

/** Learns the dimension, which all vectors must share, and the root mean square of their lengths. O(1) memory. */
final class VectorScaleLearner implements EncodingLearner {
    private int dimension;
    private long count;
    private double squares;

    @Override
    public void add(FeatureValue value, Origin origin) {
        double[] numbers = ((Vector) value).values();
        dimension = count == 0 ? numbers.length : dimension;
        VectorScale.requireDimension(numbers, dimension, origin);
        count++;
        for (double number : numbers) {
            squares += number * number;
        }
    }

    @Override
    public Encoding learned() {
        return new VectorScale(dimension, Math.sqrt(squares / count));
    }
}
