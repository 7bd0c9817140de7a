package org.gnnrec.model.layer;

import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;

/**
 * Users and items as nodes of one graph, as in the papers of these models. User u is node u, item i is node
 * {@code userCount + i}.
 */
final class Neighborhoods {
    private final BipartiteGraph graph;
    private final int users;

    Neighborhoods(BipartiteGraph graph) {
        this.graph = graph;
        this.users = graph.userCount();
    }

    BipartiteGraph bipartite() {
        return graph;
    }

    int nodeCount() {
        return users + graph.itemCount();
    }

    int userCount() {
        return users;
    }

    int itemCount() {
        return graph.itemCount();
    }

    /** The graph that holds the edges of a node. */
    CsrGraph edges(int node) {
        return node < users ? graph.userItems() : graph.itemUsers();
    }

    /** The row of a node in its {@link #edges}. */
    int row(int node) {
        return node < users ? node : node - users;
    }

    int degree(int node) {
        return edges(node).degree(row(node));
    }

    /** The neighbor of this node that a column of its {@link #edges} holds. */
    int neighbor(int node, int column) {
        return node < users ? users + column : column;
    }
}
