package org.gnnrec.model.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.model.Weight;

/** A part of a model with dense weights: its own, or those of its parts. */
public interface Part {
    /** The parts, always in the same order. */
    default List<? extends Part> parts() {
        return List.of();
    }

    /** Sets the weights to where training begins. */
    default void initialize(SplittableRandom random) {
        parts().forEach(part -> part.initialize(random));
    }

    /** The weights, always in the same order. */
    default List<Weight> weights() {
        return parts().stream().flatMap(part -> part.weights().stream()).toList();
    }
}
