package org.gnnrec.model.sparse;

/** How items speak for one another. */
enum Method {
    /** A ridge regression of each item on its nearest items. */
    SLIM,
    /** From an item to its users and on to their items. */
    TWO_HOP
}
