package org.gnnrec.feature;

import java.util.Map;

import org.gnnrec.feature.FeatureValue.Truth;

/** True is 1 and false is -1 in one column, which leaves 0 for a missing value. There is nothing to learn. */
enum TruthEncoding implements Encoding, EncodingLearner {
    INSTANCE;

    @Override
    public FeatureKind kind() {
        return FeatureKind.BOOLEAN;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin) {
        row.put(firstColumn, ((Truth) value).value() ? 1 : -1);
    }

    @Override
    public void write(Map<String, Object> map) {}

    @Override
    public void add(FeatureValue value, Origin origin) {}

    @Override
    public Encoding learned() {
        return this;
    }
}
