package org.gnnrec.model.lightgcn;

import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.encoder.Embeddings;

/** A product of the whole graph; {@code cancellation} runs before each half and may throw to end the work. */
record Hop(NormalizedAdjacency adjacency, Parallel parallel, Cancellation cancellation) {
    /** {@code y += A x}. O(edges * d). */
    void multiplyAdd(Embeddings x, Embeddings y) {
        cancellation.check();
        adjacency.toUsers().multiplyAdd(x.items(), y.users(), parallel);
        cancellation.check();
        adjacency.toItems().multiplyAdd(x.users(), y.items(), parallel);
    }

    /** Zeros for every node. */
    Embeddings buffer(int dimension) {
        return Embeddings.zeros(adjacency.userCount(), adjacency.itemCount(), dimension);
    }
}
