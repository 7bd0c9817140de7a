package org.gnnrec.catalog;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ModelArchive;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.feature.FeatureSchemas;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The models that one transaction sees: the description and the numbers of each current version. */
public final class ModelCatalog {
    private final Transaction tx;
    private final VersionNodes nodes;

    public ModelCatalog(Transaction tx) {
        this.tx = tx;
        this.nodes = new VersionNodes(tx);
    }

    /** The current version of this model. Fails where it cannot be read. */
    public Optional<ModelInfo> find(String modelName) {
        return current(modelName, ModelNode::read);
    }

    /** The uid of the current version of this model, for a cache. Fails with the names of all models. */
    public String requireUid(String modelName) {
        return current(modelName, node -> new StoredProperties(node).text(VersionNodes.UID))
                .orElseThrow(() -> new ModelList(tx).missing(modelName));
    }

    /** The current version of this model. Fails with the names of all models. */
    public ModelInfo require(String modelName) {
        return find(modelName).orElseThrow(() -> new ModelList(tx).missing(modelName));
    }

    /**
     * Reads what serving needs of exactly this version: all arrays but those that a warm start alone needs. O(bytes).
     * Fails where a part is missing or damaged.
     */
    public ServedModel load(ModelInfo info) {
        return load(info, ModelCatalog::isServed);
    }

    /** Reads all arrays of exactly this version. O(bytes). Fails where a part is missing or damaged. */
    public ServedModel loadWhole(ModelInfo info) {
        return load(info, name -> true);
    }

    private ServedModel load(ModelInfo info, Predicate<String> wanted) {
        Node model = requireVersion(info);
        ModelNode.requireReadable(model);
        return ModelFormat.reading(info.name(), () -> ModelFormat
                .model(new ModelArchive(info, ModelNode.features(model), StoredArrays.read(model, wanted))));
    }

    /** The bytes of heap that exactly this version takes when it is loaded. O(arrays). */
    public long heapBytes(ModelInfo info) {
        return heapBytes(info, ModelCatalog::isServed);
    }

    /** The bytes of heap that {@link #loadWhole} takes. O(arrays). */
    public long wholeHeapBytes(ModelInfo info) {
        return heapBytes(info, name -> true);
    }

    private long heapBytes(ModelInfo info, Predicate<String> wanted) {
        Node model = requireVersion(info);
        ModelNode.requireReadable(model);
        return ModelFormat.reading(info.name(), () -> ModelFormat
                .heapBytes(ModelNode.directory(model).stream().filter(entry -> wanted.test(entry.name()))));
    }

    private static boolean isServed(String array) {
        return !ModelFormat.isLearned(array);
    }

    /** Fails where this version was stored in a format that {@link #load} does not read. */
    public void requireReadable(ModelInfo info) {
        ModelNode.requireReadable(requireVersion(info));
    }

    /** An even part of the nodes of exactly this version; nothing where it was stored without one. */
    public Optional<CopiedNodes> copySample(ModelInfo info) {
        return CopySample.read(requireVersion(info));
    }

    /** The feature schemas of exactly this version. */
    public FeatureSchemas loadFeatures(ModelInfo info) {
        return ModelNode.features(requireVersion(info));
    }

    private Node requireVersion(ModelInfo info) {
        return nodes.current(info.name()).filter(node -> new StoredProperties(node).is(VersionNodes.UID, info.uid()))
                .orElseThrow(() -> new ModelFormatException("model '" + info.name() + "' changed while it was read"));
    }

    /** What this reads of the current version; of its successor where that replaced it meanwhile. */
    private <T> Optional<T> current(String modelName, Function<Node, T> reader) {
        Optional<Node> node = nodes.current(modelName);
        try {
            return node.map(reader);
        } catch (ModelFormatException e) {
            Optional<Node> now = nodes.current(modelName);
            if (now.equals(node)) {
                throw e;
            }
            return now.map(reader);
        }
    }
}
