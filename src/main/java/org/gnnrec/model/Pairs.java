package org.gnnrec.model;

/** Which users and items of a batch its edges join, by their slots. */
public interface Pairs {
    /** The number of edges. */
    int size();

    int userSlot(int pair);

    int itemSlot(int pair);
}
