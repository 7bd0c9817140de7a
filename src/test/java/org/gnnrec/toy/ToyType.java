package org.gnnrec.toy;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ClosedType;

/** A type of model as CONTRIBUTING tells to add one: {@link ToySpec} in closed form. */
public final class ToyType implements ClosedType {
    private static final Key<Integer> DIMENSION = Key
            .integer("embeddingDimension", 1, 1024, "The width of an embedding.")
            .usually(256);
    private static final Key<Double> EXPONENT = Key.number("toyExponent", 0, 1, "The exponent of an item's degree.")
            .open("chosen");

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(DIMENSION, EXPONENT);
    }

    @Override
    public List<Config> alternatives(Config config) {
        return config.has(EXPONENT)
                ? List.of(config)
                : Stream.of(0.5, 1.0).map(exponent -> config.with(EXPONENT, exponent)).toList();
    }

    @Override
    public List<Key<?>> chosenKeys() {
        return List.of(EXPONENT);
    }

    @Override
    public ToySpec spec(Config config) {
        return new ToySpec(config.get(DIMENSION), config.get(EXPONENT));
    }
}
