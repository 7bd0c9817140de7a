package org.gnnrec.model.blend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ClosedType;

/**
 * A weighted sum of models. Validation chooses each part alone, then which parts to take, then their weights. A part
 * that brings nothing is left out, but not the first: nodes get its embeddings.
 */
public final class BlendType implements ClosedType {
    private final List<BlendPart> parts;
    private final Key<PartWeights> weights;

    public BlendType(List<BlendPart> parts) {
        this.parts = List.copyOf(parts);
        this.weights = PartWeights.key(names());
    }

    private List<String> names() {
        return parts.stream().map(BlendPart::name).toList();
    }

    @Override
    public String name() {
        return "blend";
    }

    @Override
    public List<Key<?>> keys() {
        return Stream.<Key<?>>concat(parts.stream().map(BlendPart::key), Stream.of(weights)).toList();
    }

    @Override
    public List<Key<?>> chosenKeys() {
        return keys();
    }

    @Override
    public List<Config> alternatives(Config config) {
        Config filled = config;
        for (BlendPart part : parts) {
            List<Config> ofPart = part.type().alternatives(part.of(filled));
            if (ofPart.size() > 1) {
                return alone(part, ofPart, filled);
            }
            filled = filled.with(part.key(), ofPart.getFirst());
        }
        return weighted(filled);
    }

    private List<Config> alone(BlendPart part, List<Config> ofPart, Config config) {
        PartWeights alone = PartWeights.alone(part.name(), config.get(weights));
        return ofPart.stream().map(one -> config.with(part.key(), one).with(weights, alone)).toList();
    }

    private List<Config> weighted(Config config) {
        PartWeights now = config.has(weights)
                ? config.get(weights)
                : PartWeights.alone(parts.getFirst().name(), null);
        return now.alternatives(names(), parts.getFirst().name()).stream().map(one -> config.with(weights, one))
                .toList();
    }

    @Override
    public Config settled(Config config) {
        Config settled = config;
        for (BlendPart part : parts) {
            settled = settled.with(part.key(), part.type().settled(part.of(settled)));
        }
        return settled.fill(weights, PartWeights.alike(names()));
    }

    @Override
    public BlendSpec spec(Config config) {
        PartWeights counted = config.has(weights) ? config.get(weights) : PartWeights.alike(names());
        List<BlendSpec.Part> taken = new ArrayList<>();
        for (BlendPart part : parts) {
            if (counted.of(part.name()) > 0) {
                Config ofPart = part.of(config);
                taken.add(new BlendSpec.Part(part.name(), ofPart, part.type().spec(ofPart),
                        counted.of(part.name())));
            }
        }
        return new BlendSpec(taken, config.has(weights));
    }
}
