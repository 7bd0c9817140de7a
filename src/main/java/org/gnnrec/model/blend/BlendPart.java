package org.gnnrec.model.blend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;
import org.gnnrec.model.ClosedType;

/**
 * One of the models that a {@link BlendType} adds. Its configuration is a map under its name.
 *
 * @param fixed keys of the type that the part does not leave to the user, with their values
 */
public record BlendPart(String name, ClosedType type, Map<String, Object> fixed) {
    /** A part with all keys of its type. */
    public static BlendPart of(ClosedType type) {
        return new BlendPart(type.name(), type, Map.of());
    }

    /** The key of its configuration. */
    Key<Config> key() {
        return Key.of(name, new Kind<>("a map of keys of modelType '" + type.name() + "'", this::read, this::show),
                "The configuration of the part `" + name + "`, with keys of `modelType: '" + type.name() + "'`.")
                .open("chosen");
    }

    private List<Key<?>> ownKeys() {
        return type.keys().stream().filter(key -> !fixed.containsKey(key.name())).toList();
    }

    @SuppressWarnings("unchecked")
    private Config read(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        try {
            Config.requireKnown((Map<String, Object>) map, ownKeys());
            return with((Map<String, Object>) map);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
    }

    private Config with(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        all.putAll(fixed);
        return type.complete(Config.pick(all, type.keys()));
    }

    private Object show(Config config) {
        return config.toMap(List.copyOf(ownKeys()));
    }

    /** What a configuration of the blend gives the part, which may leave keys open. */
    Config of(Config blend) {
        Config given = blend.get(key());
        return given != null ? given : with(Map.of());
    }
}
