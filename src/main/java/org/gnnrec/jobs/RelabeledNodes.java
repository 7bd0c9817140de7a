package org.gnnrec.jobs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.archive.WrittenNodes;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.writeback.PropertyCopies;

/**
 * Nodes whose labels changed since a version of a model wrote to them. No scan of a label finds them: the stored nodes of
 * the version do.
 */
final class RelabeledNodes {
    private final InnerTransactions inner;
    private final PropertyCopies embeddings;
    private final PropertyCopies communities;

    RelabeledNodes(InnerTransactions inner) {
        this.inner = inner;
        this.embeddings = PropertyCopies.ofEmbeddings(inner);
        this.communities = PropertyCopies.ofCommunities(inner);
    }

    /**
     * Removes what replaced versions, or those of a dropped model, wrote to nodes that have no label any more under which
     * the current version writes the same. O(nodes of the replaced versions). A version that cannot be read has none.
     */
    void clear(String modelName) {
        List<WrittenNodes> replaced = inner.call(tx -> new WrittenModels(tx).replacedNodes(modelName));
        Optional<WrittenModel> current = inner.call(tx -> new WrittenModels(tx).current(modelName));
        replaced.forEach(version -> clear(version, current));
    }

    private void clear(WrittenNodes version, Optional<WrittenModel> current) {
        WrittenModel old = version.model();
        PropertyCopy copy = old.copy();
        clear(embeddings, copy.property(), old.users(), version.users(), current);
        Stream.of(copy.itemProperty(), copy.indexProperty())
                .forEach(property -> clear(embeddings, property, old.items(), version.items(), current));
        old.communityProperties()
                .forEach(property -> clear(communities, property, old.items(), version.items(), current));
    }

    private static void clear(PropertyCopies copies, String property, NodeKind kind, NodeTable nodes,
            Optional<WrittenModel> current) {
        copies.removeFromRelabeled(nodes, kind.idProperty(), property,
                current.map(model -> model.labelsWith(property)).orElse(List.of()));
    }
}
