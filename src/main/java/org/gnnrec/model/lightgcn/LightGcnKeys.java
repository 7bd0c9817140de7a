package org.gnnrec.model.lightgcn;

import java.util.List;
import org.gnnrec.config.Key;
import org.gnnrec.model.StepKeys;

/** The keys of LightGCN. */
final class LightGcnKeys {
    static final Key<Integer> LAYERS = Key.integer("layers", 0, 8, "How many hops the model propagates.")
            .open("chosen");
    static final Key<Boolean> ROW_NORMALIZATION = Key.bool("rowNormalization",
            "Whether to train LightGCN++, whose hops start from rows of length one.").open("chosen");
    static final Key<Integer> NEIGHBOR_SAMPLES = Key.integer("neighborSamples", 1, 1_000_000,
            "The most relationships through which a step of training propagates a node.").open("chosen");
    static final List<Key<?>> ALL = StepKeys.with(List.of(LAYERS, ROW_NORMALIZATION, NEIGHBOR_SAMPLES));

    private LightGcnKeys() {}
}
