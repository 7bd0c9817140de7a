package org.gnnrec.model;

import java.util.Optional;
import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;

/** A type of model that learns by steps. Its keys include {@link StepKeys}. */
public non-sealed interface SteppedType extends ModelType {
    /**
     * Another configuration that no short pilot can judge. It is trained to its end beside the chosen one.
     *
     * @param nodes users and items
     * @param edges to train on
     */
    default Optional<Config> rival(Config config, long nodes, long edges) {
        return Optional.empty();
    }

    /** The configuration without its {@link #rival}, for the pilots. */
    default Config withoutRival(Config config) {
        return config;
    }

    @Override
    default List<Key<?>> sizeKeys() {
        return List.of(StepKeys.BATCH_SIZE);
    }

    @Override
    SteppedSpec spec(Config config);
}
