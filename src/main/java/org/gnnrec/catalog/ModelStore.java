package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Writes models: first the node in state BUILDING, then its parts, several in a transaction, then one small transaction
 * that makes it current. The previous version stays current and whole until that switch, whatever happens.
 * {@link #sweep} removes what an interrupted writer left.
 */
public final class ModelStore {
    private static final int DELETED_PER_TRANSACTION = 64;

    private final InnerTransactions inner;

    public ModelStore(InnerTransactions inner) {
        this.inner = inner;
    }

    /** A version under construction. */
    public record Draft(String elementId, long version) {}

    /** Creates the node of the next version of this model. */
    public Draft begin(String modelName) {
        return inner.call(tx -> {
            long newest = new ModelCatalog(tx).versions(modelName).stream()
                    .mapToLong(node -> (long) node.getProperty("modelVersion")).max().orElse(0);
            Node node = tx.createNode(ModelCatalog.MODEL);
            node.setProperty(ModelCatalog.STATE, ModelCatalog.BUILDING);
            node.setProperty("modelName", modelName);
            node.setProperty("modelVersion", newest + 1);
            return new Draft(node.getElementId(), newest + 1);
        });
    }

    /** Writes the parts of a draft; returns their directory. O(bytes). */
    public List<ArrayEntry> write(Draft draft, ServedModel model) {
        ModelParts.Writer parts = new ModelParts.Writer(inner, draft.elementId());
        List<ArrayEntry> directory = new ArrayList<>();
        ModelFormat.archive(model).arrays().asMap()
                .forEach((name, array) -> directory.add(ArrayEntry.write(name, array, parts.begin(name))));
        parts.flush();
        return directory;
    }

    /** The switch: the draft becomes current, what was current becomes old. */
    public void makeCurrent(Draft draft, ServedModel model, List<ArrayEntry> directory) {
        inner.run(tx -> {
            Node node = tx.getNodeByElementId(draft.elementId());
            ModelNode.write(model.info(), node);
            ModelNode.writeDirectory(directory, node);
            ModelNode.writeFeatures(model.features(), node);
            new ModelCatalog(tx).node(model.info().name()).ifPresent(old -> {
                CommunityProperties.carryOver(old, node);
                old.setProperty(ModelCatalog.STATE, ModelCatalog.OLD);
            });
            node.setProperty(ModelCatalog.STATE, ModelCatalog.CURRENT);
        });
    }

    /** Notes that the copy of the embeddings on the nodes is whole. */
    public void markCopied(ModelInfo info) {
        inner.run(tx -> new ModelCatalog(tx).node(info.name())
                .filter(node -> info.uid().equals(node.getProperty("uid")))
                .ifPresent(node -> node.setProperty("copied", true)));
    }

    /** Notes the properties of item nodes that hold the communities of this model. The model owns them from here on. */
    public void setCommunityProperties(String modelName, List<String> properties) {
        inner.run(tx -> new ModelCatalog(tx).node(modelName)
                .ifPresent(node -> CommunityProperties.write(properties, node)));
    }

    /** Deletes old and unfinished versions of this model. No other call may be building it. */
    public void sweep(String modelName) {
        sweep(modelName, ModelCatalog.BUILDING);
        sweep(modelName, ModelCatalog.OLD);
    }

    /** Deletes unfinished versions of this model. */
    public void sweepDrafts(String modelName) {
        sweep(modelName, ModelCatalog.BUILDING);
    }

    private void sweep(String modelName, String state) {
        List<String> debris = inner.call(tx -> new ModelCatalog(tx).versions(modelName).stream()
                .filter(node -> state.equals(node.getProperty(ModelCatalog.STATE))).map(Node::getElementId).toList());
        debris.forEach(this::delete);
    }

    /** Makes the current version of this model an old one. Nothing serves it any more; {@link #sweep} deletes it. */
    public void retire(String modelName) {
        inner.run(tx -> new ModelCatalog(tx).node(modelName)
                .ifPresent(node -> node.setProperty(ModelCatalog.STATE, ModelCatalog.OLD)));
    }

    private void delete(String elementId) {
        boolean more = true;
        while (more) {
            more = inner.call(tx -> deleteSome(tx, elementId));
        }
    }

    private static boolean deleteSome(Transaction tx, String elementId) {
        try {
            Node node = tx.getNodeByElementId(elementId);
            boolean more = ModelParts.deleteSome(node, DELETED_PER_TRANSACTION);
            if (!more) {
                node.delete();
            }
            return more;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
