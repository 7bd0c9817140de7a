package org.gnnrec.model.lightgcn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.StepKeys;
import org.gnnrec.model.SteppedType;

/** LightGCN and LightGCN++, see {@link LightGcn}: a learned row of each node, propagated. */
public final class LightGcnType implements SteppedType {
    private static final int PLUS_PLUS_LAYERS = 2;
    private static final double PLUS_PLUS_TEMPERATURE = 0.6;

    @Override
    public String name() {
        return "lightgcn";
    }

    @Override
    public List<Key<?>> keys() {
        return LightGcnKeys.ALL;
    }

    @Override
    public List<Key<?>> shapeKeys() {
        return List.of(StepKeys.EMBEDDING_DIMENSION, LightGcnKeys.LAYERS, LightGcnKeys.ROW_NORMALIZATION,
                StepKeys.LOSS);
    }

    @Override
    public List<Config> alternatives(Config config) {
        return config.has(LightGcnKeys.LAYERS)
                ? List.of(config)
                : Stream.of(1, LightGcnSpec.MOST_TRIED_LAYERS).map(layers -> config.with(LightGcnKeys.LAYERS, layers))
                        .toList();
    }

    @Override
    public Config settled(Config config) {
        LightGcnSpec spec = spec(config);
        return spec.normalizesRows()
                ? plusPlus(config)
                : withoutRival(config).fill(LightGcnKeys.LAYERS, spec.isPairwise() ? LightGcnSpec.PAIRWISE_LAYERS : 1);
    }

    /** LightGCN++ learns more slowly than LightGCN, so no short pilot can judge it. It is tried on small graphs. */
    @Override
    public Optional<Config> rival(Config config, long nodes, long edges) {
        return spec(config).triesPlusPlus(nodes, edges) ? Optional.of(plusPlus(config)) : Optional.empty();
    }

    /** LightGCN++ with its values where these keys are open: 2 hops, temperature 0.6, uniform negatives. */
    private static Config plusPlus(Config config) {
        return config.fill(LightGcnKeys.ROW_NORMALIZATION, true).fill(LightGcnKeys.LAYERS, PLUS_PLUS_LAYERS)
                .fill(StepKeys.TEMPERATURE, PLUS_PLUS_TEMPERATURE).fill(StepKeys.NEGATIVE_POPULARITY, 0.0);
    }

    @Override
    public Config withoutRival(Config config) {
        return config.fill(LightGcnKeys.ROW_NORMALIZATION, false);
    }

    @Override
    public List<Key<?>> sizeKeys() {
        return List.of(StepKeys.BATCH_SIZE, LightGcnKeys.NEIGHBOR_SAMPLES);
    }

    @Override
    public Config sized(Config config, long edges) {
        return config.with(LightGcnKeys.NEIGHBOR_SAMPLES, spec(config).neighborSamples(edges));
    }

    @Override
    public List<Key<?>> chosenKeys() {
        return List.of(LightGcnKeys.LAYERS, LightGcnKeys.ROW_NORMALIZATION);
    }

    @Override
    public LightGcnSpec spec(Config config) {
        return new LightGcnSpec(config);
    }
}
