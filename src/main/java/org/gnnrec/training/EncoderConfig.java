package org.gnnrec.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.gat.Attention;
import org.gnnrec.model.gat.GatShape;
import org.gnnrec.model.graphsage.Aggregation;

/**
 * Which model, and what only some models have; a key of another is refused.
 *
 * @param modelType lightgcn, graphsage, gat or pinsage [lightgcn]
 * @param aggregator of GraphSAGE: mean, gcn, pool or lstm [mean]
 * @param gat attention of GAT: v1 or v2 [v2]; attentionHeads [1]; dropout [0]
 * @param importanceNeighbors of PinSage: the most neighbors that random walks give an item; 0 with another type [50]
 * @param sampleSizes the most neighbors of a node in each hop in a step of training, from the outermost hop inwards; as
 *        many as there are layers [25, for gat 10, then 10]
 * @param ids which nodes have a learned row of their own beside their features; useIds in Cypher [both]
 * @param newNodeRate share of the nodes with features that in a step count as new: without a row of their own and without
 *        neighbors [0.3]
 */
public record EncoderConfig(ModelType modelType, Aggregation aggregator, GatShape gat, int importanceNeighbors,
        List<Integer> sampleSizes,
        Ids ids, double newNodeRate) {

    static final EncoderConfig LIGHTGCN = new EncoderConfig(ModelType.LIGHTGCN, null, null, 0, null, Ids.BOTH, 0);
    private static final int USUAL_EPOCHS = 60;
    private static final int PINSAGE_EPOCHS = 20;
    private static final int FIRST_SAMPLES = 25;
    private static final int NEXT_SAMPLES = 10;
    private static final int MOST_SAMPLES = 100_000;
    private static final double MOST_NEW = 0.9;
    private static final int MOST_LAYERS = 4;
    /** What only LightGCN has. */
    static final Set<String> LIGHTGCN_KEYS = Set.of("rowNormalization", "neighborSamples");
    /** What every model with layers has. */
    private static final Set<String> LAYERED_KEYS = Set.of("sampleSizes", "useIds", "newNodeRate");
    private static final Set<String> GRAPHSAGE_KEYS = with("aggregator");
    private static final Set<String> GAT_KEYS = with("attention", "attentionHeads", "dropout");
    private static final Set<String> PINSAGE_KEYS = with("importanceNeighbors");
    private static final int MOST_IMPORTANT = 1000;
    private static final int MOST_HEADS = 64;
    private static final double MOST_DROPOUT = 0.9;

    public EncoderConfig {
        TrainingConfig.requireRange("newNodeRate", newNodeRate, 0, MOST_NEW);
        sampleSizes = sampleSizes == null ? null : List.copyOf(sampleSizes);
    }

    /** A step of PinSage goes through most items: its epochs cost more than those of other models, and teach more. */
    int usualEpochs() {
        return modelType == ModelType.PINSAGE ? PINSAGE_EPOCHS : USUAL_EPOCHS;
    }

    /** Whether users have a learned row of their own. */
    boolean learnsUsers() {
        return ids.ofUsers() && modelType.learnsUsers();
    }

    /** Whether any node has. */
    public boolean learnsNodes() {
        return learnsUsers() || ids.ofItems();
    }

    static EncoderConfig of(Map<String, Object> map, int usualLayers) {
        ConfigValues values = new ConfigValues(map);
        ModelType type = values.oneOf("modelType", ModelType.values(), ModelType.LIGHTGCN);
        requireOwnKeys(map, type);
        return type == ModelType.LIGHTGCN
                ? LIGHTGCN
                : new EncoderConfig(type,
                        type == ModelType.GRAPHSAGE
                                ? values.oneOf("aggregator", Aggregation.values(), Aggregation.MEAN)
                                : null,
                        type == ModelType.GAT ? gat(values) : null,
                        type == ModelType.PINSAGE ? importanceNeighbors(values) : 0,
                        sampleSizes(values, values.integerOrNull("layers"), usualLayers, type),
                        ids(values, map, type), values.number("newNodeRate", 0.3));
    }

    /** Users of PinSage are the mean of their items, so it has ids of items or none. */
    private static Ids ids(ConfigValues values, Map<String, Object> map, ModelType type) {
        return Ids.of(type.learnsUsers() ? map.get("useIds") : (Object) values.bool("useIds", true));
    }

    private static int importanceNeighbors(ConfigValues values) {
        int most = values.integer("importanceNeighbors", 50);
        TrainingConfig.requireRange("importanceNeighbors", most, 1, MOST_IMPORTANT);
        return most;
    }

    private static GatShape gat(ConfigValues values) {
        int heads = values.integer("attentionHeads", 1);
        TrainingConfig.requireRange("attentionHeads", heads, 1, MOST_HEADS);
        double dropout = values.number("dropout", 0);
        TrainingConfig.requireRange("dropout", dropout, 0, MOST_DROPOUT);
        return new GatShape(values.oneOf("attention", Attention.values(), Attention.V2), heads, dropout);
    }

    private static void requireOwnKeys(Map<String, Object> map, ModelType type) {
        for (ModelType other : ModelType.values()) {
            for (String key : keys(other)) {
                if (map.get(key) != null && !keys(type).contains(key)) {
                    throw new IllegalArgumentException(
                            key + " has no meaning with modelType '" + type.key() + "': " + wayOut(key, type));
                }
            }
        }
    }

    private static String wayOut(String key, ModelType type) {
        String owners = Stream.of(ModelType.values()).filter(owner -> keys(owner).contains(key))
                .map(owner -> "'" + owner.key() + "'").collect(Collectors.joining(" or "));
        return type == ModelType.LIGHTGCN
                ? "name modelType: " + owners + ", or leave it out"
                : "it belongs to " + owners + ": leave it out";
    }

    private static Set<String> with(String... more) {
        return Stream.concat(LAYERED_KEYS.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> keys(ModelType type) {
        return switch (type) {
            case LIGHTGCN -> LIGHTGCN_KEYS;
            case GRAPHSAGE -> GRAPHSAGE_KEYS;
            case GAT -> GAT_KEYS;
            case PINSAGE -> PINSAGE_KEYS;
        };
    }

    private static List<Integer> sampleSizes(ConfigValues values, Integer layers, int usualLayers, ModelType type) {
        List<Integer> sizes = values.integersOrNull("sampleSizes");
        if (sizes == null) {
            return usual(layers == null ? usualLayers : layers, type == ModelType.GAT ? NEXT_SAMPLES : FIRST_SAMPLES);
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

    private static List<Integer> usual(int layers, int first) {
        TrainingConfig.requireRange("layers", layers, 0, MOST_LAYERS);
        return layers == 0
                ? List.of()
                : Stream
                        .concat(Stream.of(first), Collections.nCopies(layers - 1, NEXT_SAMPLES).stream())
                        .toList();
    }

    /** True where layers have dense weights. */
    public boolean hasWeights() {
        return modelType != ModelType.LIGHTGCN;
    }

    /** The keys of {@link #of} beside layers. */
    static Set<String> keys() {
        return Stream.of(GRAPHSAGE_KEYS, GAT_KEYS, PINSAGE_KEYS).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As {@link #of} reads it; empty for LightGCN. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (hasWeights()) {
            map.put("modelType", modelType.key());
            if (aggregator != null) {
                map.put("aggregator", aggregator.name().toLowerCase(Locale.ROOT));
            }
            if (gat != null) {
                map.put("attention", gat.attention().name().toLowerCase(Locale.ROOT));
                map.put("attentionHeads", (long) gat.heads());
                map.put("dropout", gat.dropout());
            }
            if (importanceNeighbors > 0) {
                map.put("importanceNeighbors", (long) importanceNeighbors);
            }
            map.put("useIds", ids.value());
            map.put("newNodeRate", newNodeRate);
            map.put("sampleSizes", sampleSizes.stream().map(Integer::longValue).toList());
        }
        return map;
    }
}
