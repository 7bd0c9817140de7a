package org.gnnrec.model;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;

/**
 * A type of model: its keys, and the model that a configuration of them makes. It learns by steps or is solved in
 * closed form. One object a type, in the package of the type, listed in {@code org.gnnrec.models}. Thread-safe.
 */
public sealed interface ModelType permits SteppedType, ClosedType {
    /** The name in Cypher, as in {@code modelType: 'lightgcn'}. */
    String name();

    /** The keys that a training of this type has beside those of every training. */
    List<Key<?>> keys();

    /** The keys that a warm start cannot change: they give the shape of what is learned. Empty without a warm start. */
    default List<Key<?>> shapeKeys() {
        return List.of();
    }

    /** Which properties of nodes the type learns of. */
    default FeatureUse features() {
        return FeatureUse.NONE;
    }

    /**
     * The given configuration, filled in with values that follow from other keys.
     *
     * @throws IllegalArgumentException where two keys contradict each other, with the way out
     */
    default Config complete(Config given) {
        return given;
    }

    /** The configurations that validation may choose between, the cheapest first. The others must win clearly. */
    default List<Config> alternatives(Config config) {
        return List.of(config);
    }

    /** The configuration with no key of this type open, for a training without validation. */
    default Config settled(Config config) {
        return alternatives(config).getFirst();
    }

    /** The keys that, where they are not given, follow from the size of the graph. */
    default List<Key<?>> sizeKeys() {
        return List.of();
    }

    /** The configuration with the {@link #sizeKeys} that a graph of so many edges gives. */
    default Config sized(Config config, long edges) {
        return config;
    }

    /** The keys whose values validation chooses, for the metrics of a training. */
    default List<Key<?>> chosenKeys() {
        return List.of();
    }

    /** The model of a {@link #complete} configuration; a key that it leaves open may be open in the model. */
    ModelSpec spec(Config config);
}
