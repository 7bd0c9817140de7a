package org.gnnrec.projection;

import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NodeTable;

/** Turns pairs of node ids into user-item edges; direction does not matter, doubles merge, other pairs are left out. */
public final class InteractionCollector {
    private final NodeTable users;
    private final NodeTable items;
    private final CsrBuilder edges;
    private long accepted;

    public InteractionCollector(NodeTable users, NodeTable items) {
        this.users = users;
        this.items = items;
        this.edges = new CsrBuilder(users.size(), items.size());
    }

    /** Adds the pair if one end is a user and the other an item; says whether it was. O(log n). */
    public boolean add(long source, long target) {
        return addDirected(source, target) || addDirected(target, source);
    }

    private boolean addDirected(long userNode, long itemNode) {
        int user = users.nodes().indexOf(userNode);
        int item = user < 0 ? -1 : items.nodes().indexOf(itemNode);
        if (item < 0) {
            return false;
        }
        edges.add(user, item);
        accepted++;
        return true;
    }

    /** How many pairs were added, doubles included. */
    public long accepted() {
        return accepted;
    }

    public CsrGraph build() {
        return edges.build();
    }
}
