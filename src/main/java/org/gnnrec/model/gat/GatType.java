package org.gnnrec.model.gat;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.model.layer.LayerKeys;
import org.gnnrec.model.layer.LayeredType;

/** GAT and GATv2, see {@link Gat}. */
public final class GatType extends LayeredType {
    private static final Key<Attention> ATTENTION = Key
            .oneOf("attention", List.of(Attention.values()), "Whether attention is that of GAT (v1) or of GATv2 (v2).")
            .usually(Attention.V2);
    private static final Key<Integer> HEADS = Key.integer("attentionHeads", 1, 64,
            "How many heads a layer has; the number must divide `embeddingDimension`.").usually(1);
    private static final Key<Double> DROPOUT = Key.number("dropout", 0, 0.9,
            "The share of what a layer reads, and of the attention, that a step leaves out at random.").usually(0.0);
    private static final int FIRST_SAMPLES = 10;

    public GatType() {
        super("gat", FeatureUse.BOTH, List.of(ATTENTION, HEADS),
                LayerKeys.with(FIRST_SAMPLES, ATTENTION, HEADS, DROPOUT));
    }

    @Override
    public Config complete(Config given) {
        Config config = super.complete(given);
        GatSpec spec = spec(config);
        spec.shape().requireDivides(spec.dimension());
        return config;
    }

    @Override
    public GatSpec spec(Config config) {
        return new GatSpec(config, new GatShape(config.get(ATTENTION), config.get(HEADS), config.get(DROPOUT)));
    }
}
