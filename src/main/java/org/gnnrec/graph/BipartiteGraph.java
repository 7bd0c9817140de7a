package org.gnnrec.graph;

/**
 * Users and items with the edges between them, in both directions: {@code userItems} has a row for each user, and
 * {@code itemUsers} is its transpose.
 */
public record BipartiteGraph(CsrGraph userItems, CsrGraph itemUsers) {
    /** Adds the other direction. O(users + items + edges). */
    public static BipartiteGraph of(CsrGraph userItems) {
        return new BipartiteGraph(userItems, userItems.transpose());
    }

    public int userCount() {
        return userItems.rowCount();
    }

    public int itemCount() {
        return userItems.columnCount();
    }

    public int edgeCount() {
        return userItems.edgeCount();
    }
}
