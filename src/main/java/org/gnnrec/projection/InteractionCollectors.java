package org.gnnrec.projection;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.gnnrec.linalg.HeapClaim;

/** The collector of each relationship type: training takes some types, validation takes others. */
public final class InteractionCollectors {
    private static final int TYPE_BYTES = 128;
    private static final int BYTES_PER_CHARACTER = 2;

    private final ProjectionConfig config;
    private final InteractionCollector training;
    private final InteractionCollector validation;
    private final HeapClaim heap;
    private final Set<String> apart;
    private final List<String> dislikes;
    private final Map<String, Long> accepted = new TreeMap<>();

    /** @param ownTypes what gnnrec wrote itself: trained on only if named */
    InteractionCollectors(ProjectionConfig config, InteractionCollector training, InteractionCollector validation,
            Set<String> ownTypes, HeapClaim heap) {
        this.config = config;
        this.training = training;
        this.validation = validation;
        this.heap = heap;
        this.apart = new HashSet<>(ownTypes);
        apart.addAll(config.testRelationshipTypes());
        this.dislikes = config.weighting().dislikedTypes();
    }

    /** The collector of what is trained on; relationships without a type go there. */
    public InteractionCollector training() {
        return training;
    }

    /** The collector of relationships of this type, null if nobody takes them. */
    public InteractionCollector of(String type) {
        if (config.validationRelationshipTypes().contains(type)) {
            return validation;
        }
        List<String> named = config.relationshipTypes();
        boolean taken = named.isEmpty() ? !apart.contains(type) : named.contains(type) || dislikes.contains(type);
        return taken ? training : null;
    }

    /** Reads one type after the other, without the types that nobody takes. */
    public void readEach(List<String> types, BiConsumer<String, InteractionCollector> reader) {
        for (String type : types) {
            InteractionCollector collector = of(type);
            if (collector != null) {
                long before = collector.accepted();
                reader.accept(type, collector);
                count(type, collector.accepted() - before);
            }
        }
    }

    /** Counts relationships of this type that were read and are between users and items. */
    void count(String type, long relationships) {
        if (!accepted.containsKey(type)) {
            heap.grow(TYPE_BYTES + (long) BYTES_PER_CHARACTER * type.length());
        }
        accepted.merge(type, relationships, Long::sum);
    }

    /** True if a relationship of this type was read. */
    boolean hasRead(String type) {
        return accepted.containsKey(type);
    }

    /** The types of training: the named ones, else those found between users and items; then those of dislikes. */
    List<String> trainingTypes() {
        Set<String> types = new LinkedHashSet<>(config.relationshipTypes());
        if (types.isEmpty()) {
            accepted.forEach((type, relationships) -> {
                if (relationships > 0 && of(type) == training) {
                    types.add(type);
                }
            });
        }
        types.addAll(dislikes);
        return List.copyOf(types);
    }
}
