package org.gnnrec.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.source.NodeKind;
import org.neo4j.graphdb.Node;

/**
 * What a version of a model wrote to the nodes of the graph. Its node says so twice, by its own properties and in its
 * configuration, so that what a broken model wrote can still be found.
 */
final class WrittenProperties {
    private final StoredProperties stored;
    private final Map<String, Object> configuration;

    private WrittenProperties(StoredProperties stored) {
        this.stored = stored;
        this.configuration = either(() -> stored.map("configuration"), Map::of);
    }

    /** Nothing where neither place can be read. */
    static Optional<WrittenModel> read(Node node) {
        try {
            return Optional.of(new WrittenProperties(new StoredProperties(node)).model(node));
        } catch (ModelFormatException e) {
            return Optional.empty();
        }
    }

    private WrittenModel model(Node node) {
        String property = either(() -> stored.text("writeProperty"), () -> configured("writeProperty", String.class));
        boolean isIndexed = either(() -> stored.flag("vectorIndex"), () -> true);
        NodeKind users = kind("user");
        NodeKind items = kind("item");
        return new WrittenModel(stored.modelName(), users, items,
                PropertyCopy.of(property, users, items, isIndexed, either(() -> stored.flag("copied"), () -> false)),
                either(() -> CommunityProperties.read(node), List::of));
    }

    private NodeKind kind(String side) {
        String id = side + "IdProperty";
        return new NodeKind(either(() -> ModelNode.labels(stored, side), () -> labels(side + "Label")),
                either(() -> stored.text(id), () -> configured(id, String.class)));
    }

    private List<String> labels(String key) {
        return configuration.get(key) instanceof String label
                ? List.of(label)
                : ((List<?>) configured(key, List.class)).stream().map(String::valueOf).toList();
    }

    private <T> T configured(String key, Class<T> type) {
        if (!type.isInstance(configuration.get(key))) {
            throw stored.unreadable(key, "cannot be read");
        }
        return type.cast(configuration.get(key));
    }

    private static <T> T either(Supplier<T> property, Supplier<T> other) {
        try {
            return property.get();
        } catch (ModelFormatException e) {
            return other.get(); // the node says the same elsewhere, or it does not matter
        }
    }
}
