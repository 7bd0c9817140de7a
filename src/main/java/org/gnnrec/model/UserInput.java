package org.gnnrec.model;

import org.gnnrec.feature.FeatureMatrix;

/**
 * What fold-in takes of a user beside their items.
 *
 * @param index the dense index of a user that training knew, or negative
 * @param features of a user that training did not know, one row; null where it knew them
 */
public record UserInput(int index, FeatureMatrix features) {
    /** A user that training knew. */
    public static UserInput known(int index) {
        return new UserInput(index, null);
    }

    /** A user that training did not know, with their features as they are now. */
    public static UserInput unknown(FeatureMatrix features) {
        return new UserInput(-1, features);
    }

    public boolean isKnown() {
        return index >= 0;
    }
}
