package org.gnnrec.model.layer;

import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;

/**
 * Users and items as nodes of one graph, which is what the papers of these models speak of: user u is node u, item i is
 * node {@code userCount + i}.
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

    /** The rows in which the edges of a node lie. */
    CsrGraph edges(int node) {
        return node < users ? graph.userItems() : graph.itemUsers();
    }

    /** Its row there. */
    int row(int node) {
        return node < users ? node : node - users;
    }

    int degree(int node) {
        return edges(node).degree(row(node));
    }

    /** The node of a neighbor of this node, from its column there. */
    int neighbor(int node, int column) {
        return node < users ? users + column : column;
    }
}
