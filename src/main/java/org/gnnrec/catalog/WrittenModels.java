package org.gnnrec.catalog;

import java.util.List;
import java.util.Optional;
import org.gnnrec.archive.WrittenModel;
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
        return nodes.versions(modelName).stream()
                .filter(node -> new StoredProperties(node).is(VersionNodes.STATE, VersionNodes.OLD))
                .flatMap(node -> WrittenProperties.read(node).stream())
                .filter(old -> current.isEmpty() || !old.sharesCopyWith(current.get())).toList();
    }
}
