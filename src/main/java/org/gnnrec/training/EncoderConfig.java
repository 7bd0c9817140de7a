package org.gnnrec.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.graphsage.Aggregation;

/**
 * Which model, and what only models with weight layers have; these keys are refused with LightGCN.
 *
 * @param modelType lightgcn or graphsage [lightgcn]
 * @param aggregator of GraphSAGE: mean, gcn or pool [mean]
 * @param sampleSizes the most neighbors of a node in each hop in a step of training, from the outermost hop inwards; as
 *        many as there are layers [25 and 10]
 * @param useIds whether nodes have a learned row of their own beside their features [true]
 * @param newNodeRate share of the nodes with features that in a step count as new: without a row of their own and without
 *        neighbors [0.3]
 */
public record EncoderConfig(ModelType modelType, Aggregation aggregator, List<Integer> sampleSizes, boolean useIds,
        double newNodeRate) {

    static final EncoderConfig LIGHTGCN = new EncoderConfig(ModelType.LIGHTGCN, null, null, true, 0);
    private static final int FIRST_SAMPLES = 25;
    private static final int NEXT_SAMPLES = 10;
    private static final int MOST_SAMPLES = 100_000;
    private static final double MOST_NEW = 0.9;
    private static final int MOST_LAYERS = 4;
    /** What only LightGCN has. */
    static final Set<String> LIGHTGCN_KEYS = Set.of("rowNormalization", "neighborSamples");
    private static final Set<String> KEYS = Set.of("aggregator", "sampleSizes", "useIds", "newNodeRate");

    public EncoderConfig {
        if (!(newNodeRate >= 0 && newNodeRate <= MOST_NEW)) {
            throw new IllegalArgumentException(
                    "newNodeRate must be in [0, " + MOST_NEW + "] but was " + newNodeRate);
        }
        sampleSizes = sampleSizes == null ? null : List.copyOf(sampleSizes);
    }

    static EncoderConfig of(Map<String, Object> map, int usualLayers) {
        ConfigValues values = new ConfigValues(map);
        ModelType type = values.oneOf("modelType", ModelType.values(), ModelType.LIGHTGCN);
        if (type == ModelType.LIGHTGCN) {
            requireAbsent(map, KEYS, "lightgcn", "name modelType: 'graphsage', or leave it out");
            return LIGHTGCN;
        }
        requireAbsent(map, LIGHTGCN_KEYS, type.key(),
                "it belongs to 'lightgcn': leave it out");
        return new EncoderConfig(type, values.oneOf("aggregator", Aggregation.values(), Aggregation.MEAN),
                sampleSizes(values, values.integerOrNull("layers"), usualLayers), values.bool("useIds", true),
                values.number("newNodeRate", 0.3));
    }

    private static void requireAbsent(Map<String, Object> map, Set<String> keys, String type, String wayOut) {
        for (String key : keys) {
            if (map.get(key) != null) {
                throw new IllegalArgumentException(
                        key + " has no meaning with modelType '" + type + "': " + wayOut);
            }
        }
    }

    private static List<Integer> sampleSizes(ConfigValues values, Integer layers, int usualLayers) {
        List<Integer> sizes = values.integersOrNull("sampleSizes");
        if (sizes == null) {
            return usual(layers == null ? usualLayers : layers);
        }
        if (sizes.size() > MOST_LAYERS || sizes.stream().anyMatch(size -> size < 1 || size > MOST_SAMPLES)) {
            throw new IllegalArgumentException("sampleSizes must be at most " + MOST_LAYERS + " numbers in [1, "
                    + MOST_SAMPLES + "] but was " + sizes);
        }
        if (layers != null && layers != sizes.size()) {
            throw new IllegalArgumentException("sampleSizes " + sizes + " are of " + sizes.size()
                    + " hops but layers is " + layers + ": leave one of the two out");
        }
        return sizes;
    }

    private static List<Integer> usual(int layers) {
        if (layers < 0 || layers > MOST_LAYERS) {
            throw new IllegalArgumentException("layers must be in [0, " + MOST_LAYERS + "] but was " + layers);
        }
        return layers == 0
                ? List.of()
                : Stream
                        .concat(List.of(FIRST_SAMPLES).stream(), Collections.nCopies(layers - 1, NEXT_SAMPLES).stream())
                        .toList();
    }

    /** True where layers have dense weights. */
    public boolean hasWeights() {
        return modelType != ModelType.LIGHTGCN;
    }

    /** The keys of {@link #of} beside layers. */
    static Set<String> keys() {
        return KEYS;
    }

    /** As {@link #of} reads it; empty for LightGCN. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (hasWeights()) {
            map.put("modelType", modelType.key());
            map.put("aggregator", aggregator.name().toLowerCase(Locale.ROOT));
            map.put("useIds", useIds);
            map.put("newNodeRate", newNodeRate);
            map.put("sampleSizes", sampleSizes.stream().map(Integer::longValue).toList());
        }
        return map;
    }
}
