package org.gnnrec.feature;

import java.util.List;

/** A property value in the form that features are made of. Null is a missing value. */
sealed interface FeatureValue {

    FeatureKind kind();

    /** A number, or the seconds of a time. */
    record Scalar(FeatureKind kind, double value) implements FeatureValue {}

    record Truth(boolean value) implements FeatureValue {
        @Override
        public FeatureKind kind() {
            return FeatureKind.BOOLEAN;
        }
    }

    /** The distinct texts of a list, at least one. A single text is a list of one. */
    record Texts(List<String> values) implements FeatureValue {
        @Override
        public FeatureKind kind() {
            return FeatureKind.TEXT;
        }
    }

    /** At least one number. */
    final class Vector implements FeatureValue {
        private final double[] values;

        Vector(double[] values) {
            this.values = values;
        }

        double[] values() {
            return values;
        }

        @Override
        public FeatureKind kind() {
            return FeatureKind.VECTOR;
        }
    }
}
