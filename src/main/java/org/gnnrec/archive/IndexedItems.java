package org.gnnrec.archive;

import java.util.stream.IntStream;

/**
 * The items of a model that its vector index has. Without an interaction and without features an item has learned
 * nothing: its embedding is noise near zero. The vectors of many such items nearly coincide, and a search of the index
 * ends among them.
 */
public final class IndexedItems {
    private IndexedItems() {}

    /** Their dense indices, ascending: the items with an interaction, or all items of a model with item features. */
    public static int[] of(ServedModel model) {
        boolean hasFeatures = model.features().items().columnCount() > 0;
        double[] weights = model.itemWeights();
        return IntStream.range(0, weights.length).filter(item -> hasFeatures || weights[item] > 0).toArray();
    }
}
