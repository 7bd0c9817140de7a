package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.model.SteppedType;

/** A type with layers over sampled neighborhoods. */
public abstract class LayeredType implements SteppedType {
    private final String name;
    private final FeatureUse features;
    private final List<Key<?>> keys;
    private final List<Key<?>> shapeKeys;

    /**
     * @param shape the type's own keys that a warm start cannot change
     * @param keys of {@link LayerKeys#with}
     */
    protected LayeredType(String name, FeatureUse features, List<Key<?>> shape, List<Key<?>> keys) {
        this.name = name;
        this.features = features;
        this.keys = keys;
        this.shapeKeys = LayerKeys.shapeKeys(shape);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Key<?>> keys() {
        return keys;
    }

    @Override
    public final List<Key<?>> shapeKeys() {
        return shapeKeys;
    }

    @Override
    public final FeatureUse features() {
        return features;
    }

    @Override
    public Config complete(Config given) {
        return LayerKeys.complete(given);
    }

    @Override
    public final List<Key<?>> chosenKeys() {
        return List.of(LayerKeys.LAYERS);
    }
}
