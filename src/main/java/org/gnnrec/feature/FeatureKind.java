package org.gnnrec.feature;

import java.util.Arrays;
import java.util.Locale;

/** The kind of the values of one property. All have the same kind; whole numbers and floats are both numbers. */
enum FeatureKind {
    NUMBER, TIME, BOOLEAN, TEXT, VECTOR;

    /** Its name in the serialized form. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FeatureKind of(Object key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("features of the kind '" + key
                        + "' are unknown: a newer gnnrec wrote them. Install that one, or train again"));
    }

    private String shown() {
        return switch (this) {
            case NUMBER -> "a number";
            case TIME -> "a date or a date-time";
            case BOOLEAN -> "true or false";
            case TEXT -> "a text or a list of texts";
            case VECTOR -> "a list of numbers";
        };
    }

    /** Fails if a value has another kind. */
    void require(FeatureKind ofValue, Origin origin) {
        if (ofValue != this) {
            throw origin.refused("is " + ofValue.shown() + ", but on other nodes it is " + shown()
                    + ". Make it the same on all of them, or leave it out");
        }
    }
}
