package org.gnnrec.feature;

import java.util.Map;

import org.gnnrec.feature.FeatureValue.Scalar;

/**
 * Numbers and times in one column: how many standard deviations of the training nodes a value lies above their mean, at
 * most 10 either way. 0 where all of them had one value.
 */
record Standardization(FeatureKind kind, double mean, double deviation) implements Encoding {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin) {
        row.put(firstColumn, Scaling.scaled(((Scalar) value).value() - mean, deviation));
    }

    @Override
    public void write(Map<String, Object> map) {
        map.put("mean", mean);
        map.put("deviation", deviation);
    }

    static Standardization of(FeatureKind kind, Map<?, ?> map) {
        return new Standardization(kind, ((Number) map.get("mean")).doubleValue(),
                ((Number) map.get("deviation")).doubleValue());
    }
}
