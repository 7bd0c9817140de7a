package org.gnnrec.feature;

import java.util.Map;

/** How the values of one property become numbers in columns of their own. Immutable. */
interface Encoding {

    FeatureKind kind();

    /** How many columns it takes. */
    int width();

    /**
     * Puts a value of this kind into the current row, from this column on. The same value gives the same bits.
     *
     * @throws IllegalArgumentException if the value does not fit
     */
    void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin);

    /** Adds all that {@link FeatureProperty#of} needs besides the kind, in plain JSON types. */
    void write(Map<String, Object> map);
}
