package org.gnnrec.training;

import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;

/**
 * All that a training learns from.
 *
 * @param interactions users x items
 * @param validation held-out edges of the same shape, or null to split {@code validationFraction} off
 * @param features of the nodes, of which only some types of model learn
 * @param start what to go on from, or null for a random start
 */
public record TrainingTask(CsrGraph interactions, CsrGraph validation, Features features, TrainingConfig config,
        WarmStart start) {
    /** @throws IllegalArgumentException where there is no edge to train on */
    public TrainingTask {
        if (interactions.edgeCount() == 0) {
            throw new IllegalArgumentException("nothing to train on: there is no interaction between the "
                    + interactions.rowCount() + " users and the " + interactions.columnCount() + " items");
        }
    }

    /** True where the validation part is split off the interactions. */
    boolean splitsOff() {
        return validation == null;
    }
}
