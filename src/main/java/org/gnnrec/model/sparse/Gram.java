package org.gnnrec.model.sparse;

/** {@code R^T F R} of some items at a time, see {@link org.gnnrec.graph.SharedUsers}. */
interface Gram {
    /** The most items whose sums are all kept: a quarter of a gigabyte. */
    int MOST_DENSE = 8192;

    /** Copies for one thread. */
    interface Copies {
        /** Writes the upper triangle of the sums of these items with each other, n rows of n floats, and zeros below. */
        void copy(int[] items, float[] into);
    }

    Copies copies();

    /** The bytes of all sums, or of what a thread needs to find some. */
    static long bytes(long users, long items) {
        return items <= MOST_DENSE ? 4 * items * items : 8 * users;
    }
}
