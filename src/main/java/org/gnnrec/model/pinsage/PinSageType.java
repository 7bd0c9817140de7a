package org.gnnrec.model.pinsage;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.layer.Ids;
import org.gnnrec.model.layer.LayerKeys;
import org.gnnrec.model.layer.LayeredType;

/** PinSage, see {@link PinSageEncoder}. */
public final class PinSageType extends LayeredType {
    private static final Key<Integer> IMPORTANCE_NEIGHBORS = Key.integer("importanceNeighbors", 1, 1000,
            "The most neighbors of an item, which are those that random walks from it reach most often.").usually(50);
    /** A user is the mean of their items. */
    private static final Key<Ids> USE_IDS = Key.of(LayerKeys.USE_IDS.name(),
            Ids.kind("true or false", List.of(Ids.BOTH, Ids.NONE)),
            "Whether items have a learned row of their own, which those of the paper do not have.").usually(Ids.BOTH);
    /** A step goes through most items, so an epoch costs more than with other types, and teaches more. */
    private static final Key<Integer> EPOCHS = StepKeys.EPOCHS.usually(20);
    private static final int FIRST_SAMPLES = 25;

    public PinSageType() {
        super("pinsage", FeatureUse.ITEMS, List.of(IMPORTANCE_NEIGHBORS),
                LayerKeys.with(FIRST_SAMPLES, IMPORTANCE_NEIGHBORS, USE_IDS, EPOCHS));
    }

    @Override
    public PinSageSpec spec(Config config) {
        return new PinSageSpec(config, config.get(IMPORTANCE_NEIGHBORS));
    }
}
