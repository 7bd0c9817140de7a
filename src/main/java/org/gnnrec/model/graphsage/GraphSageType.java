package org.gnnrec.model.graphsage;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.model.Loss;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.layer.LayerKeys;
import org.gnnrec.model.layer.LayeredType;

/** GraphSAGE, see {@link GraphSage}. */
public final class GraphSageType extends LayeredType {
    private static final Key<Aggregation> AGGREGATOR = Key
            .oneOf("aggregator", List.of(Aggregation.values()), "How a layer combines the neighbors of a node.")
            .usually(Aggregation.MEAN);
    private static final Key<Loss> LOSS = StepKeys.loss(Loss.values());
    private static final int FIRST_SAMPLES = 25;

    public GraphSageType() {
        super("graphsage", FeatureUse.BOTH, List.of(AGGREGATOR), LayerKeys.with(FIRST_SAMPLES, AGGREGATOR, LOSS));
    }

    @Override
    public GraphSageSpec spec(Config config) {
        return new GraphSageSpec(config, config.get(AGGREGATOR));
    }
}
