package org.gnnrec.graph;

import org.gnnrec.linalg.SparseSums;

/**
 * What items share: one row at a time of {@code R^T F R}, where R are the edges, users x items, and F has a factor for
 * each user. 13 bytes an item. For one thread.
 */
public final class SharedUsers {
    private final BipartiteGraph graph;
    private final double[] factors;
    private final SparseSums sums;

    /** @param factors one for each user */
    public SharedUsers(BipartiteGraph graph, double[] factors) {
        this.graph = graph;
        this.factors = factors;
        this.sums = new SparseSums(graph.itemCount());
    }

    /**
     * For each item with a user in common, {@code sum over users u of both of f_u w_ui w_uj}. The item itself is one of
     * them. Overwritten by the next call. O(sum over its users of their degree).
     */
    public SparseSums with(int item) {
        sums.clear();
        CsrGraph itemUsers = graph.itemUsers();
        for (int e = itemUsers.offsets()[item]; e < itemUsers.offsets()[item + 1]; e++) {
            int user = itemUsers.neighbors()[e];
            add(user, factors[user] * itemUsers.weight(e));
        }
        return sums;
    }

    private void add(int user, double factor) {
        CsrGraph userItems = graph.userItems();
        for (int e = userItems.offsets()[user]; e < userItems.offsets()[user + 1]; e++) {
            sums.add(userItems.neighbors()[e], factor * userItems.weight(e));
        }
    }
}
