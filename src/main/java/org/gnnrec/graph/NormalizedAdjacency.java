package org.gnnrec.graph;

/**
 * {@code D^-1/2 A D^-1/2} of a bipartite graph, without self loops (He et al., "LightGCN", SIGIR 2020, equation 8; A holds
 * the weights of the edges and D their sums, which are degrees where every edge weighs one), kept as its two halves:
 * {@code toUsers} multiplies item rows into user rows, {@code toItems} is its transpose. Takes 8 bytes an edge beside the
 * graph. A node without edges has an empty row.
 */
public record NormalizedAdjacency(NormalizedCsr toUsers, NormalizedCsr toItems) {
    /** Weighs the edges of both directions. O(edges). */
    public static NormalizedAdjacency of(BipartiteGraph graph) {
        return new NormalizedAdjacency(new NormalizedCsr(graph.userItems()), new NormalizedCsr(graph.itemUsers()));
    }

    public int userCount() {
        return toUsers.graph().rowCount();
    }

    public int itemCount() {
        return toItems.graph().rowCount();
    }
}
