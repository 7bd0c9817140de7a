package org.gnnrec.feature;

import java.util.List;
import java.util.Map;

import org.gnnrec.feature.FeatureValue.Scalar;

/**
 * Numbers and times. The first column is the distance from the mean of the training nodes in standard deviations, at
 * most 10 either way, and 0 if all of them had one value. The other columns are the place between their quantiles.
 */
record Standardization(FeatureKind kind, double mean, double deviation, Quantiles quantiles) implements Encoding {

    @Override
    public int width() {
        return 1 + quantiles.width();
    }

    @Override
    public void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin) {
        double number = ((Scalar) value).value();
        row.put(firstColumn, Scaling.scaled(number - mean, deviation));
        quantiles.encode(number, firstColumn + 1, row);
    }

    @Override
    public void write(Map<String, Object> map) {
        map.put("mean", mean);
        map.put("deviation", deviation);
        map.put("quantiles", quantiles.knots());
    }

    static Standardization of(FeatureKind kind, SchemaMap map) {
        return new Standardization(kind, map.number("mean"), map.scale("deviation"), quantiles(map));
    }

    /** Older schemas have no quantiles. */
    private static Quantiles quantiles(SchemaMap map) {
        return map.get("quantiles") == null ? new Quantiles(List.of()) : Quantiles.of(map);
    }
}
