package org.gnnrec.model;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;

/** A model that learns by steps: its encoder, and the traits that training asks for. */
public interface SteppedSpec extends ModelSpec {
    /**
     * The encoder of this model on a graph. The specification leaves nothing open.
     *
     * @param seed for what does not depend on the fit, such as walks over the graph
     * @param random for what depends on the fit
     */
    Encoder encoder(TrainingGraph graph, long seed, SplittableRandom random, Workers workers);

    /** Where the search for the scale begins. On no data tried is the best scale far from here. */
    ItemScale firstScale();

    /** Whether users have a learned row of their own. */
    default boolean learnsUsers() {
        return true;
    }

    /** Whether items have a learned row of their own. */
    default boolean learnsItems() {
        return true;
    }

    /**
     * Whether the model embeds nodes that training did not know. Then a node without edges has no row of its own and is
     * never drawn as a negative: the model would learn that nodes like it are not wanted.
     */
    default boolean isInductive() {
        return false;
    }

    /** Whether the model scales rows to length one inside, so that softmax sees inner products in place of cosines. */
    default boolean normalizesRows() {
        return false;
    }

    /** Whether the margin loss has {@link #hardNegatives} of this model. */
    default boolean hasHardNegatives() {
        return false;
    }

    /**
     * For each item a row of the items that are hard to tell from it. It may be called on another thread
     * than {@link #encoder}, at the same time, so it does not use {@link TrainingGraph#once}.
     *
     * @param seed as in {@link #encoder}
     * @throws UnsupportedOperationException where the model has none
     */
    default CsrGraph hardNegatives(TrainingGraph graph, long seed, Workers workers) {
        throw new UnsupportedOperationException(getClass() + " has no hard negatives");
    }

    /** Products with the whole adjacency in a step. Training takes them into account when it plans rankings. */
    default double fullProducts() {
        return 0;
    }
}
