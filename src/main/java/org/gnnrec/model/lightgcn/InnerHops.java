package org.gnnrec.model.lightgcn;

import java.util.function.Consumer;
import org.gnnrec.model.Embeddings;

/** All hops but the outermost. A batch needs every row of them. */
interface InnerHops {
    /** The rows of every node that the outermost hop multiplies by the adjacency. Valid until the next call. */
    Embeddings forward(Embeddings base);

    /**
     * Adds the gradient of the base rows to {@code gradient}, which is zero on entry.
     *
     * @param scatter adds the gradient of what the last {@link #forward} gave to zeros
     */
    void backward(Consumer<Embeddings> scatter, Embeddings gradient);
}
