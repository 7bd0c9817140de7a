package org.gnnrec.model;

/** Which properties of nodes a type of model learns of. */
public enum FeatureUse {
    /** None: it has a row of each node. */
    NONE,
    /** Those of items. A user is made of their items. */
    ITEMS,
    /** Those of both sides. */
    BOTH
}
