package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;

/**
 * What a user has interacted with and what they dislike. Each is a graph of one row over the items that the model
 * knows, without items created since training.
 */
record UserRow(CsrGraph items, CsrGraph dislikes) {

    /** True if the item is not to be recommended. */
    boolean contains(int item) {
        return items.contains(0, item) || dislikes.contains(0, item);
    }

    /** How many items {@link #contains} is true for. */
    int size() {
        int size = items.edgeCount();
        for (int item : dislikes.neighbors()) {
            size += items.contains(0, item) ? 0 : 1;
        }
        return size;
    }

    /** True if nothing shows the user's taste. */
    boolean isEmpty() {
        return items.edgeCount() == 0;
    }
}
