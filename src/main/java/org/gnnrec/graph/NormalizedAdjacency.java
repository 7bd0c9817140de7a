package org.gnnrec.graph;

/**
 * The normalized adjacency of a bipartite graph, without self loops, as its two halves. {@code toUsers} multiplies item
 * rows into user rows, {@code toItems} multiplies user rows into item rows. With {@link Normalization#SYMMETRIC} each
 * is the transpose of the other. Takes 8 bytes an edge beside the graph. A node without edges has an empty row.
 */
public record NormalizedAdjacency(NormalizedCsr toUsers, NormalizedCsr toItems) {
    /** {@code D^-1/2 A D^-1/2}. O(edges). */
    public static NormalizedAdjacency of(BipartiteGraph graph) {
        return of(graph, Normalization.SYMMETRIC);
    }

    /** Weighs the edges of both directions. O(edges). */
    public static NormalizedAdjacency of(BipartiteGraph graph, Normalization normalization) {
        return new NormalizedAdjacency(new NormalizedCsr(graph.userItems(), normalization),
                new NormalizedCsr(graph.itemUsers(), normalization));
    }

    public int userCount() {
        return toUsers.graph().rowCount();
    }

    public int itemCount() {
        return toItems.graph().rowCount();
    }
}
