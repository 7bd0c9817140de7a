package org.gnnrec.model.lightgcn;

import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;

/** A product of the whole graph. The cancellation is checked before each half. */
record Hop(NormalizedAdjacency adjacency, Workers workers) {
    Parallel parallel() {
        return workers.parallel();
    }

    /** {@code y += A x}. O(edges * d). */
    void multiplyAdd(Embeddings x, Embeddings y) {
        workers.cancellation().check();
        adjacency.toUsers().multiplyAdd(x.items(), y.users(), parallel());
        workers.cancellation().check();
        adjacency.toItems().multiplyAdd(x.users(), y.items(), parallel());
    }

    /** Zeros for every node. */
    Embeddings buffer(int dimension) {
        return Embeddings.zeros(adjacency.userCount(), adjacency.itemCount(), dimension);
    }
}
