package org.gnnrec.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The current models that one transaction sees, with those that cannot be read. */
public final class ModelList {
    private final VersionNodes nodes;

    public ModelList(Transaction tx) {
        this.nodes = new VersionNodes(tx);
    }

    /** The current models, by name, with those that cannot be read. */
    public List<ListedModel> all() {
        return current().map(ModelList::listed).flatMap(Optional::stream)
                .sorted(Comparator.comparing(ListedModel::name)).toList();
    }

    /** The current model of this name, also where it cannot be read. */
    public Optional<ListedModel> find(String modelName) {
        return current().filter(node -> new StoredProperties(node).modelName().equals(modelName))
                .map(ModelList::listed).flatMap(Optional::stream).findFirst();
    }

    /** What a drop of this name removes: the current model, else the newest version that an interrupted drop left. */
    public Optional<ListedModel> findToDrop(String modelName) {
        return find(modelName).or(() -> nodes.versions(modelName).stream()
                .filter(node -> new StoredProperties(node).is(VersionNodes.STATE, VersionNodes.OLD))
                .sorted(Comparator.comparingLong(VersionNodes::version).reversed()).map(ModelList::listed)
                .flatMap(Optional::stream).findFirst());
    }

    private Stream<Node> current() {
        return nodes.all().filter(node -> !isDebris(node));
    }

    /** True for a version that another has replaced, or whose writer did not come to its end. */
    private static boolean isDebris(Node node) {
        StoredProperties stored = new StoredProperties(node);
        return stored.has(StoredProperties.NAME) && (stored.is(VersionNodes.STATE, VersionNodes.BUILDING)
                || stored.is(VersionNodes.STATE, VersionNodes.OLD));
    }

    /** Nothing where another transaction deleted the node meanwhile. */
    private static Optional<ListedModel> listed(Node node) {
        StoredProperties stored = new StoredProperties(node);
        String name = stored.modelName();
        try {
            return Optional.of(ListedModel.of(ModelNode.read(node), problem(node)));
        } catch (ModelFormatException e) {
            return stored.isGone()
                    ? Optional.empty()
                    : Optional.of(ListedModel.broken(name,
                            e.getMessage() + ", or drop it: CALL gnnrec.model.drop('" + name + "')"));
        }
    }

    private static String problem(Node node) {
        try {
            StoredProperties stored = new StoredProperties(node);
            if (stored.is(VersionNodes.STATE, VersionNodes.OLD)) {
                return "an earlier drop of it was interrupted";
            }
            if (!VersionNodes.CURRENT.equals(stored.text(VersionNodes.STATE))) {
                throw stored.unreadable(VersionNodes.STATE,
                        "must be " + VersionNodes.CURRENT + " but is " + Shown.of(stored.text(VersionNodes.STATE)));
            }
            ModelNode.requireWhole(node);
            return null;
        } catch (ModelFormatException e) {
            return e.getMessage();
        }
    }

    /** The error where no model has this name: it has the names of all. */
    public IllegalArgumentException missing(String modelName) {
        List<String> names = current().map(node -> new StoredProperties(node).modelName()).sorted().toList();
        if (names.isEmpty()) {
            return new IllegalArgumentException(
                    "there is no model " + Shown.of(modelName) + ", nor any other. Train one: CALL gnnrec.train()");
        }
        return new IllegalArgumentException("there is no model " + Shown.of(modelName) + Suggestion.of(modelName, names)
                + ". Models: " + Shown.names(names));
    }
}
