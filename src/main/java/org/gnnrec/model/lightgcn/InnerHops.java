package org.gnnrec.model.lightgcn;

import java.util.function.Consumer;
import org.gnnrec.model.Embeddings;

/** All hops but the outermost, of which a batch needs every row: what that one carries, forward and backward. */
interface InnerHops {
    /** What the outermost hop multiplies by the adjacency, for every node; valid until the next call of either. */
    Embeddings forward(Embeddings base);

    /**
     * Adds the gradient of the base rows to {@code gradient}, which is zero on entry.
     *
     * @param scatter adds the gradient of what the last {@link #forward} gave to zeros
     */
    void backward(Consumer<Embeddings> scatter, Embeddings gradient);
}
