package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Writes models: first the node in state BUILDING, then its parts, several in a transaction, then one small transaction
 * that makes it current. The previous version stays current and whole until that switch, whatever happens.
 * {@link #sweep} removes what an interrupted writer left.
 */
public final class ModelStore {
    private static final int DELETED_PER_TRANSACTION = 64;

    private static final String COPIED = "copied";

    private final InnerTransactions inner;

    public ModelStore(InnerTransactions inner) {
        this.inner = inner;
    }

    /** Refuses a configuration that is too large to be kept. */
    public static void requireStorable(Map<String, Object> configuration) {
        Json.write(configuration);
    }

    /** Refuses features whose texts are too long to be kept. */
    public static void requireStorable(FeatureSchemas features) {
        ModelNode.json(features);
    }

    /** A version under construction. */
    public record Draft(String elementId, long version) {}

    /** Creates the node of the next version of this model. */
    public Draft begin(String modelName) {
        return inner.call(tx -> {
            long newest = new VersionNodes(tx).versions(modelName).stream()
                    .mapToLong(VersionNodes::version).max()
                    .orElse(0);
            Node node = tx.createNode(VersionNodes.MODEL);
            node.setProperty(VersionNodes.STATE, VersionNodes.BUILDING);
            node.setProperty(StoredProperties.NAME, modelName);
            node.setProperty(VersionNodes.VERSION, newest + 1);
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

    /**
     * The switch: the draft becomes current, what was current becomes old. Fails, and nothing changes, where the
     * description of the model could not be read again.
     */
    public void makeCurrent(Draft draft, ServedModel model, List<ArrayEntry> directory) {
        inner.run(tx -> {
            Node node = tx.getNodeByElementId(draft.elementId());
            ModelNode.write(model.info(), node);
            ModelNode.writeDirectory(directory, node);
            ModelNode.writeFeatures(model.features(), node);
            new VersionNodes(tx).current(model.info().name()).ifPresent(old -> {
                WrittenProperties.read(old)
                        .ifPresent(before -> CommunityProperties.carryOver(before, model.info().items(), node));
                old.setProperty(VersionNodes.STATE, VersionNodes.OLD);
            });
            node.setProperty(VersionNodes.STATE, VersionNodes.CURRENT);
            ModelNode.requireWhole(node);
        });
    }

    /** Notes that the embeddings are being written to these nodes: the copy is not whole until {@link #endCopy}. */
    public void beginCopy(ModelInfo info, CopiedNodes nodes) {
        change(info, node -> {
            node.setProperty(COPIED, false);
            CopySample.write(nodes, node);
        });
    }

    /** Notes that the copy of the embeddings on the nodes is whole. */
    public void endCopy(ModelInfo info) {
        change(info, node -> node.setProperty(COPIED, true));
    }

    private void change(ModelInfo info, Consumer<Node> change) {
        inner.run(tx -> new VersionNodes(tx).current(info.name())
                .filter(node -> new StoredProperties(node).is(VersionNodes.UID, info.uid())).ifPresent(change));
    }

    /** Notes the properties of item nodes that hold the communities of this model. The model owns them from here on. */
    public void setCommunityProperties(String modelName, List<String> properties) {
        inner.run(tx -> new VersionNodes(tx).current(modelName)
                .ifPresent(node -> CommunityProperties.write(properties, node)));
    }

    /** Deletes old and unfinished versions of this model. No other call may be building it. */
    public void sweep(String modelName) {
        sweep(modelName, VersionNodes.BUILDING);
        sweep(modelName, VersionNodes.OLD);
    }

    /** Deletes unfinished versions of this model. */
    public void sweepDrafts(String modelName) {
        sweep(modelName, VersionNodes.BUILDING);
    }

    private void sweep(String modelName, String state) {
        List<String> debris = inner.call(tx -> new VersionNodes(tx).versions(modelName).stream()
                .filter(node -> new StoredProperties(node).is(VersionNodes.STATE, state)).map(Node::getElementId)
                .toList());
        debris.forEach(this::delete);
    }

    /**
     * Makes the current version of this model an old one, and broken ones too. Nothing serves them any more, and their
     * copies are not whole; {@link #sweep} deletes them.
     */
    public void retire(String modelName) {
        inner.run(tx -> new VersionNodes(tx).versions(modelName).stream()
                .filter(node -> !new StoredProperties(node).is(VersionNodes.STATE, VersionNodes.BUILDING))
                .forEach(ModelStore::retire));
    }

    private static void retire(Node node) {
        node.setProperty(VersionNodes.STATE, VersionNodes.OLD);
        node.setProperty(COPIED, false);
    }

    private void delete(String elementId) {
        boolean more = true;
        while (more) {
            more = inner.call(tx -> deleteSome(tx, elementId));
        }
    }

    private static boolean deleteSome(Transaction tx, String elementId) {
        Node node = find(tx, elementId);
        if (node == null) {
            return false;
        }
        boolean more = ModelParts.deleteSome(node, DELETED_PER_TRANSACTION);
        if (!more) {
            node.getRelationships().forEach(Relationship::delete);
            node.delete();
        }
        return more;
    }

    /** Null where another call deleted it. */
    private static Node find(Transaction tx, String elementId) {
        try {
            return tx.getNodeByElementId(elementId);
        } catch (NotFoundException e) {
            return null;
        }
    }
}
