package org.gnnrec.model.layer;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.gnnrec.model.RowSet;

/**
 * The nodes of a batch that count as new in this step: they have no row of their own and no neighbors, so training sees
 * the embedding of a node that has only features (after Volkovs et al., "DropoutNet", NeurIPS 2017). The rows of a
 * batch are the first of all its hops, so a slot names a node in each.
 */
final class NewNodes {
    private final double rate;
    private final SplittableRandom random;
    private boolean[] slots = new boolean[0];
    private int size;

    /** @param rate the share of the nodes with features that count as new */
    NewNodes(double rate, SplittableRandom random) {
        this.rate = rate;
        this.random = random;
    }

    /** No new nodes, for whole graphs. */
    static NewNodes none() {
        return new NewNodes(0, new SplittableRandom(0));
    }

    /** Chooses among the rows of a batch. */
    void draw(RowSet batch, IntPredicate hasFeatures) {
        size = rate == 0 ? 0 : batch.size();
        if (slots.length < size) {
            slots = new boolean[batch.capacity()];
        }
        for (int slot = 0; slot < size; slot++) {
            slots[slot] = hasFeatures.test(batch.row(slot)) && random.nextDouble() < rate;
        }
    }

    boolean contains(int slot) {
        return slot < size && slots[slot];
    }
}
