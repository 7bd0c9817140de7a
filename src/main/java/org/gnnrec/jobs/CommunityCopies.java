package org.gnnrec.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.writeback.Indexes;
import org.gnnrec.writeback.PropertyCopies;
import org.gnnrec.writeback.PropertyWriter;
import org.gnnrec.writeback.PropertyWriter.Column;

/** The communities of a model as a property of its items: the ownership of the property, writing it and removing it. */
final class CommunityCopies {
    private final InnerTransactions inner;
    private final ModelStore store;
    private final PropertyCopies properties;

    CommunityCopies(InnerTransactions inner) {
        this.inner = inner;
        this.store = new ModelStore(inner);
        this.properties = PropertyCopies.ofCommunities(inner);
    }

    /** A property of the nodes of a label that gnnrec wrote communities to. */
    private record Owned(String label, String property) {}

    /** Refuses a property that this model may not write. Called before any work. */
    void requireOwnership(ModelInfo info, String property) {
        if (property.equals(info.items().idProperty()) || property.equals(info.users().idProperty())) {
            throw new IllegalArgumentException(
                    "writeProperty '" + property + "' would overwrite the id property. Name another");
        }
        List<WrittenModel> written = written();
        for (WrittenModel model : written) {
            if (model.copy().sharesPropertyWith(property)) {
                throw new IllegalArgumentException("writeProperty '" + property + "' holds the embeddings of model '"
                        + model.modelName() + "'. Name another");
            }
        }
        requireNoCommunities(property,
                written.stream().filter(model -> !model.modelName().equals(info.name())).toList());
        new Indexes(inner).requireUnconstrained(property, info.items().labels());
        if (!communityProperties(info.name()).contains(property)) {
            properties.requireUnused(property, info.items().labels());
        }
    }

    /** Refuses a property that holds the communities of any model. */
    void requireNoCommunities(String property) {
        requireNoCommunities(property, written());
    }

    private void requireNoCommunities(String property, List<WrittenModel> models) {
        for (WrittenModel model : models) {
            if (model.communityProperties().contains(property)) {
                throw new IllegalArgumentException("writeProperty '" + property
                        + "' holds the communities of model '" + model.modelName() + "'. Name another");
            }
        }
    }

    /**
     * Writes the community of each node, and removes the values of earlier calls on other nodes or under another
     * property. Returns the number of nodes written.
     */
    long write(ModelInfo info, String property, NodeTable nodes, int[] communities, LongConsumer progress) {
        List<String> before = communityProperties(info.name());
        store.setCommunityProperties(info.name(),
                Stream.concat(before.stream(), Stream.of(property)).distinct().toList());
        long written = new PropertyWriter(inner, progress)
                .write(new Column(info.items(), nodes, property, row -> (long) communities[row]));
        info.items().labels().forEach(label -> properties.removeExcept(nodes.nodes(), property, label));
        before.stream().filter(other -> !other.equals(property))
                .forEach(other -> info.items().labels().forEach(label -> properties.remove(other, label)));
        store.setCommunityProperties(info.name(), List.of(property));
        return written;
    }

    /** Removes the values of earlier versions, or of a dropped model, that the current version does not own. */
    void removeSuperseded(String modelName) {
        Set<Owned> superseded = new HashSet<>();
        written().stream().filter(model -> model.modelName().equals(modelName))
                .forEach(version -> superseded.addAll(owned(version)));
        current(modelName).ifPresent(current -> superseded.removeAll(owned(current)));
        superseded.forEach(this::remove);
    }

    private void remove(Owned owned) {
        properties.remove(owned.property, owned.label);
    }

    private List<WrittenModel> written() {
        return inner.call(tx -> new WrittenModels(tx).all());
    }

    private Optional<WrittenModel> current(String modelName) {
        return inner.call(tx -> new WrittenModels(tx).current(modelName));
    }

    private List<String> communityProperties(String modelName) {
        return current(modelName).map(WrittenModel::communityProperties).orElse(List.of());
    }

    private static Set<Owned> owned(WrittenModel model) {
        return model.communityProperties().stream()
                .flatMap(property -> model.items().labels().stream().map(label -> new Owned(label, property)))
                .collect(Collectors.toSet());
    }
}
