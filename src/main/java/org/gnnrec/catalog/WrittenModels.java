package org.gnnrec.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.archive.WrittenNodes;
import org.gnnrec.linalg.NamedArrays;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What the models that one transaction sees wrote to the nodes of the graph. */
public final class WrittenModels {
    private final VersionNodes nodes;

    public WrittenModels(Transaction tx) {
        this.nodes = new VersionNodes(tx);
    }

    /**
     * What the versions wrote that may have a copy of their embeddings on nodes: current versions, replaced ones and
     * broken ones.
     */
    public List<WrittenModel> all() {
        return nodes.all().filter(node -> !new StoredProperties(node).is(VersionNodes.STATE, VersionNodes.BUILDING))
                .flatMap(node -> WrittenProperties.read(node).stream()).toList();
    }

    /** What the current version of this model wrote. */
    public Optional<WrittenModel> current(String modelName) {
        return nodes.current(modelName).flatMap(WrittenProperties::read);
    }

    /** What replaced versions of this model wrote to another place than the current one. */
    public List<WrittenModel> superseded(String modelName) {
        Optional<WrittenModel> current = current(modelName);
        return replaced(modelName).flatMap(node -> WrittenProperties.read(node).stream())
                .filter(old -> current.isEmpty() || !old.sharesCopyWith(current.get())).toList();
    }

    /** What replaced versions of this model wrote, with the nodes. O(nodes). Without those that cannot be read. */
    public List<WrittenNodes> replacedNodes(String modelName) {
        return replaced(modelName).flatMap(node -> withNodes(node).stream()).toList();
    }

    private Stream<Node> replaced(String modelName) {
        return nodes.versions(modelName).stream()
                .filter(node -> new StoredProperties(node).is(VersionNodes.STATE, VersionNodes.OLD));
    }

    /** Nothing where the version is broken: it can be dropped all the same. */
    private static Optional<WrittenNodes> withNodes(Node node) {
        try {
            ModelNode.requireReadable(node);
            return WrittenProperties.read(node).map(model -> ModelFormat.reading(model.modelName(),
                    () -> withNodes(model, ModelNode.directory(node),
                            StoredArrays.read(node, ModelFormat::isOfNodes))));
        } catch (ModelFormatException e) {
            return Optional.empty();
        }
    }

    private static WrittenNodes withNodes(WrittenModel model, List<ArrayEntry> directory, NamedArrays arrays) {
        return new WrittenNodes(model, ModelFormat.users(directory, arrays), ModelFormat.items(directory, arrays));
    }
}
