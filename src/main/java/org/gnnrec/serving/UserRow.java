package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;

/**
 * What a user has interacted with and what they dislike. Each is a graph of one row over the items that the model
 * knows, without items created since training.
 *
 * @param self the item that the user is, or -1
 * @param isStale true where the graph has lost all interactions and the row is that of the training
 */
record UserRow(CsrGraph items, CsrGraph dislikes, int self, boolean isStale) {
    /** True if the item is not to be recommended. */
    boolean contains(int item) {
        return item == self || isTaken(item);
    }

    private boolean isTaken(int item) {
        return items.contains(0, item) || dislikes.contains(0, item);
    }

    /** How many items {@link #contains} is true for. */
    int size() {
        int size = items.edgeCount() + (self >= 0 && !isTaken(self) ? 1 : 0);
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
