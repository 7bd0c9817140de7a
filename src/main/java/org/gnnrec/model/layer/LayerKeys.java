package org.gnnrec.model.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kinds;
import org.gnnrec.model.StepKeys;

/** The keys of every type with layers over sampled neighborhoods. */
public final class LayerKeys {
    private static final int MOST_LAYERS = 4;
    private static final int NEXT_SAMPLES = 10;
    public static final Key<Integer> LAYERS = Key.integer("layers", 0, MOST_LAYERS,
            "How many layers the model has, one for each of `sampleSizes`.").open("`1`");
    public static final Key<List<Integer>> SAMPLE_SIZES = Key.of("sampleSizes", Kinds.integers(MOST_LAYERS, 1, 100_000),
            "The most neighbors of a node that a step of training draws in each hop, the outermost first.");
    public static final Key<Ids> USE_IDS = Key.of("useIds",
            Ids.kind("true, false, 'users' or 'items'", List.of(Ids.values())),
            "Which nodes have a learned row of their own; false needs `featureProperties`.").usually(Ids.BOTH);
    public static final Key<Double> NEW_NODE_RATE = Key.number("newNodeRate", 0, 0.9,
            "The share of the nodes with features that a step treats as new, without a row and neighbors of their own.")
            .usually(0.3);

    private LayerKeys() {}

    /** The keys of this class and a type's own keys, with a default for the neighbors of the first hop. */
    public static List<Key<?>> with(int firstSamples, Key<?>... own) {
        List<Key<?>> keys = new ArrayList<>(List.of(LAYERS, SAMPLE_SIZES.usually(List.of(firstSamples)), USE_IDS,
                NEW_NODE_RATE));
        keys.removeAll(Arrays.asList(own));
        keys.addAll(Arrays.asList(own));
        return StepKeys.with(keys);
    }

    /** The keys that a warm start cannot change, with some of the type's own keys. */
    static List<Key<?>> shapeKeys(List<Key<?>> own) {
        return List.copyOf(Stream.concat(
                Stream.of(StepKeys.EMBEDDING_DIMENSION, LAYERS, USE_IDS, StepKeys.LOSS), own.stream()).toList());
    }

    /**
     * Fills in layers and sample sizes, and the values that follow from them.
     *
     * @throws IllegalArgumentException where their numbers differ
     */
    static Config complete(Config given) {
        List<Integer> sizes = given.has(SAMPLE_SIZES) ? given.get(SAMPLE_SIZES) : usualSizes(given);
        if (given.has(LAYERS) && given.get(LAYERS) != sizes.size()) {
            throw new IllegalArgumentException("sampleSizes " + sizes + " are of " + sizes.size()
                    + " hops but layers is " + given.get(LAYERS) + ": leave one of the two out");
        }
        Config config = StepKeys.complete(given.with(SAMPLE_SIZES, sizes).with(LAYERS, sizes.size()));
        // Without ids of items the model serves items without a degree, which validation does not have.
        return config.get(USE_IDS).ofItems() ? config : config.fill(StepKeys.DEGREE_EXPONENT, 0.0);
    }

    private static List<Integer> usualSizes(Config given) {
        List<Integer> one = given.get(SAMPLE_SIZES);
        int layers = given.has(LAYERS) ? given.get(LAYERS) : one.size();
        return layers == 0
                ? List.of()
                : Stream.concat(one.stream(), Collections.nCopies(layers - 1, NEXT_SAMPLES).stream()).toList();
    }
}
