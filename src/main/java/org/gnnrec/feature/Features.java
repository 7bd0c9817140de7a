package org.gnnrec.feature;

/** A row of features for each user and each item. A side without features has rows without columns. */
public record Features(FeatureMatrix users, FeatureMatrix items) {
    /** No features for so many nodes. */
    public static Features none(int users, int items) {
        return new Features(FeatureMatrix.none(users), FeatureMatrix.none(items));
    }

    /** False if neither side has any. */
    public boolean exist() {
        return users.columnCount() + items.columnCount() > 0;
    }

    /** The features of these users, in this order, and of all items. O(entries of the users). */
    public Features ofUsers(int[] rows) {
        return new Features(users.rows(rows), items);
    }
}
