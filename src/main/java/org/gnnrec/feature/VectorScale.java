package org.gnnrec.feature;

import java.util.Map;

import org.gnnrec.feature.FeatureValue.Vector;

/**
 * Vectors of numbers, such as embeddings of texts, with a column for each number. They are divided by the root mean
 * square of the lengths in the training, so that directions and proportions stay. No number is beyond 10 either way.
 */
record VectorScale(int dimension, double length) implements Encoding {
    private static final int MOST = 1 << 30;

    @Override
    public FeatureKind kind() {
        return FeatureKind.VECTOR;
    }

    @Override
    public int width() {
        return dimension;
    }

    @Override
    public void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin) {
        double[] numbers = ((Vector) value).values();
        requireDimension(numbers, dimension, origin);
        for (int n = 0; n < dimension; n++) {
            row.put(firstColumn + n, Scaling.scaled(numbers[n], length));
        }
    }

    static void requireDimension(double[] numbers, int dimension, Origin origin) {
        if (numbers.length != dimension) {
            throw origin.refused("has " + numbers.length + " numbers, but on other nodes it has " + dimension
                    + ". Compute it in one way for all nodes, or remove it from this one, "
                    + "which then counts as missing");
        }
    }

    @Override
    public void write(Map<String, Object> map) {
        map.put("dimension", (long) dimension);
        map.put("length", length);
    }

    static VectorScale of(SchemaMap map) {
        return new VectorScale((int) map.whole("dimension", 1, MOST), map.scale("length"));
    }
}
