package org.gnnrec.model;

import org.gnnrec.linalg.DenseMatrix;

/**
 * An item whose score is explained.
 *
 * @param index the dense index of an item that training knew, or negative
 * @param embedding of the item
 */
public record ItemInput(int index, float[] embedding) {
    /** An item that training knew, by its row among the embeddings. */
    public static ItemInput known(DenseMatrix items, int index) {
        return new ItemInput(index, items.row(index));
    }
}
