package org.gnnrec.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Kinds;
import org.gnnrec.config.Shown;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.blend.BlendPart;
import org.gnnrec.model.blend.BlendType;
import org.gnnrec.model.gat.GatType;
import org.gnnrec.model.graphsage.GraphSageType;
import org.gnnrec.model.lightgcn.LightGcnType;
import org.gnnrec.model.pinsage.PinSageType;
import org.gnnrec.model.sparse.SparseType;
import org.gnnrec.model.spectral.SpectralType;

/**
 * The model types: those of gnnrec, then those that other plugins name in
 * {@code META-INF/services/org.gnnrec.model.ModelType}. The first is the default. Immutable and thread-safe.
 */
public final class ModelTypes {
    private static final List<ModelType> OURS = List.of(new LightGcnType(), new GraphSageType(), new GatType(),
            new PinSageType(), new SpectralType(), new SparseType(),
            new BlendType(List.of(BlendPart.of(new SpectralType()),
                    new BlendPart("slim", new SparseType(), Map.of("method", "slim")),
                    new BlendPart("twoHop", new SparseType(), Map.of("method", "twoHop")))));

    private final List<ModelType> types;
    private final Key<ModelType> key;

    private ModelTypes(List<ModelType> types, List<String> failures) {
        this.types = types;
        Kind<ModelType> named = Kinds.named(types, ModelType::name);
        String left = failures.isEmpty() ? "" : " (left out: " + String.join("; ", failures) + ")";
        this.key = Key.of("modelType", new Kind<>(named.values() + left, named.read(), named.show()),
                "The type of model.").usually(types.getFirst());
    }

    /** Defers the search for other plugins to the first use. */
    private static final class Installed {
        static final ModelTypes TYPES = ModelTypes.of(OURS,
                ServiceLoader.load(ModelType.class, ModelTypes.class.getClassLoader()).stream());
    }

    /** A plugin that does not load, or whose name is taken, is left out: errors of {@link #key} tell why. */
    static ModelTypes of(List<ModelType> ours, Stream<? extends Supplier<ModelType>> others) {
        List<ModelType> types = new ArrayList<>(ours);
        List<String> failures = new ArrayList<>();
        Iterator<? extends Supplier<ModelType>> providers = others.iterator();
        for (boolean more = true; more;) {
            try {
                more = providers.hasNext();
                if (more) {
                    add(providers.next().get(), types);
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                failures.add(String.valueOf(e));
            }
        }
        return new ModelTypes(List.copyOf(types), failures);
    }

    private static void add(ModelType type, List<ModelType> types) {
        List.copyOf(type.keys());
        if (type.name().isBlank()) {
            throw new IllegalStateException(type.getClass().getName() + ": its name is blank");
        }
        if (types.stream().anyMatch(other -> other.name().equalsIgnoreCase(type.name()))) {
            throw new IllegalStateException(type.getClass().getName() + ": there is a modelType '" + type.name() + "'");
        }
        types.add(type);
    }

    /** The types of this server. */
    public static ModelTypes installed() {
        return Installed.TYPES;
    }

    public List<ModelType> all() {
        return types;
    }

    /** The key that names a type. */
    public Key<ModelType> key() {
        return key;
    }

    /** The model of a configuration that a training stored. */
    public ModelSpec spec(String typeName, Map<String, Object> configuration) {
        if (!key.takes(typeName)) {
            throw new IllegalStateException("the model is of modelType '" + typeName + "', but this server has "
                    + key.values() + ". Install the plugin that brought the type, or train the model again");
        }
        ModelType type = key.read(typeName);
        return type.spec(type.complete(Config.pick(configuration, type.keys())));
    }

    /** The keys of all types, each name once. */
    public Collection<Key<?>> keys() {
        Map<String, Key<?>> keys = new LinkedHashMap<>();
        types.forEach(type -> type.keys().forEach(own -> keys.putIfAbsent(own.name(), own)));
        return keys.values();
    }

    /**
     * Refuses keys of other types, and values of other types' keys. The message has the types they belong to.
     *
     * @param general keys of every training, which a type may have again
     */
    public void requireOwn(Map<String, Object> given, ModelType type, Collection<? extends Key<?>> general) {
        List<Key<?>> special = keys().stream().filter(key -> !general.contains(key)).toList();
        for (Key<?> other : special) {
            Object value = given.get(other.name());
            if (value != null && !type.keys().contains(other)) {
                throw foreign(other.name(), type, types.stream().filter(one -> one.keys().contains(other)));
            }
            if (value instanceof String && !takes(type, other, value)) {
                requireNoOwner(other, value, type);
            }
        }
    }

    private void requireNoOwner(Key<?> key, Object value, ModelType type) {
        List<ModelType> owners = types.stream().filter(one -> takes(one, key, value)).toList();
        if (!owners.isEmpty()) {
            throw foreign(key + " " + Shown.of(value), type, owners.stream());
        }
    }

    private static boolean takes(ModelType type, Key<?> key, Object value) {
        return type.keys().stream().anyMatch(own -> own.equals(key) && own.takes(value));
    }

    private static IllegalArgumentException foreign(String what, ModelType type, Stream<ModelType> owners) {
        return new IllegalArgumentException(what + " has no meaning with modelType '" + type.name()
                + "': it belongs to " + Shown.alternatives(owners.map(ModelType::name).toList())
                + ". Name that as modelType, or leave it out");
    }
}
