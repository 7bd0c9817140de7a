package org.gnnrec.model;

/** Which properties of nodes a type of model learns of. */
public enum FeatureUse {
    /** None: the type has a row of each node. */
    NONE,
    /** The properties of items. A user is made of their items. */
    ITEMS,
    /** The properties of both sides. */
    BOTH
}
