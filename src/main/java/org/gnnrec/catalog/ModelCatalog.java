package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelArchive;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Suggestion;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.NamedArrays;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The models that one transaction sees. A version is BUILDING while its parts are written, CURRENT from the switch on
 * and OLD once another has replaced it. Only the current version is read.
 */
public final class ModelCatalog {
    static final Label MODEL = Label.label("_GnnRecModel");
    static final String STATE = "state";
    static final String BUILDING = "BUILDING";
    static final String CURRENT = "CURRENT";
    static final String OLD = "OLD";

    private final Transaction tx;

    public ModelCatalog(Transaction tx) {
        this.tx = tx;
    }

    /** The current models, by name. */
    public List<ModelInfo> list() {
        return nodes(CURRENT).stream().map(ModelNode::read).sorted(Comparator.comparing(ModelInfo::name)).toList();
    }

    /** The versions that may have a copy of their embeddings on nodes: current versions and replaced ones. */
    public List<ModelInfo> listWritten() {
        return Stream.of(CURRENT, OLD).flatMap(state -> nodes(state).stream()).map(ModelNode::read).toList();
    }

    /** Replaced versions of this model whose copy has another place than the current one's. */
    public List<ModelInfo> superseded(String modelName) {
        Optional<ModelInfo> current = find(modelName);
        return nodes(OLD).stream().map(ModelNode::read).filter(old -> old.name().equals(modelName))
                .filter(old -> current.isEmpty() || !old.sharesCopyWith(current.get())).toList();
    }

    /** The properties of item nodes that hold the communities of a version of {@link #listWritten}. */
    public List<String> communityProperties(ModelInfo info) {
        return Stream.of(CURRENT, OLD).flatMap(state -> nodes(state).stream())
                .filter(node -> info.uid().equals(node.getProperty("uid")))
                .flatMap(node -> CommunityProperties.read(node).stream()).toList();
    }

    /** The current version of this model. */
    public Optional<ModelInfo> find(String modelName) {
        return node(modelName).map(ModelNode::read);
    }

    /** The uid of the current version of this model, for a cache. Fails with the names of all models. */
    public String requireUid(String modelName) {
        return node(modelName).map(node -> (String) node.getProperty("uid")).orElseThrow(() -> missing(modelName));
    }

    /** The current version of this model. Fails with the names of all models. */
    public ModelInfo require(String modelName) {
        return find(modelName).orElseThrow(() -> missing(modelName));
    }

    /**
     * Reads what serving needs of exactly this version: all arrays but those that a warm start alone needs. O(bytes).
     * Fails where a part is missing or damaged.
     */
    public ServedModel load(ModelInfo info) {
        return load(info, name -> !ModelFormat.isLearned(name));
    }

    /** Reads all arrays of exactly this version. O(bytes). Fails where a part is missing or damaged. */
    public ServedModel loadWhole(ModelInfo info) {
        return load(info, name -> true);
    }

    private ServedModel load(ModelInfo info, Predicate<String> wanted) {
        Node model = requireVersion(info);
        ModelNode.requireReadable(model);
        Map<String, List<Node>> parts = ModelParts.byKind(model);
        NamedArrays arrays = NamedArrays.NONE;
        for (ArrayEntry entry : ModelNode.directory(model)) {
            if (wanted.test(entry.name())) {
                arrays = arrays.with(entry.name(), ModelParts.read(entry, parts.getOrDefault(entry.name(), List.of())));
            }
        }
        return ModelFormat.model(new ModelArchive(info, ModelNode.features(model), arrays));
    }

    /** Fails where this version was stored in a format that {@link #load} does not read. */
    public void requireReadable(ModelInfo info) {
        ModelNode.requireReadable(requireVersion(info));
    }

    /** The feature schemas of exactly this version. */
    public FeatureSchemas loadFeatures(ModelInfo info) {
        return ModelNode.features(requireVersion(info));
    }

    private Node requireVersion(ModelInfo info) {
        return node(info.name()).filter(node -> info.uid().equals(node.getProperty("uid")))
                .orElseThrow(() -> new ModelFormatException("model '" + info.name() + "' changed while it was read"));
    }

    Optional<Node> node(String modelName) {
        return nodes(CURRENT).stream().filter(node -> modelName.equals(node.getProperty("modelName"))).findFirst();
    }

    /** All version nodes in this state. They are few on any graph. */
    List<Node> nodes(String state) {
        List<Node> nodes = new ArrayList<>();
        try (ResourceIterator<Node> all = tx.findNodes(MODEL, STATE, state)) {
            all.forEachRemaining(nodes::add);
        }
        return nodes;
    }

    /** All version nodes of this model, whatever their state. */
    List<Node> versions(String modelName) {
        try (ResourceIterator<Node> all = tx.findNodes(MODEL, "modelName", modelName)) {
            return all.stream().toList();
        }
    }

    private IllegalArgumentException missing(String modelName) {
        List<String> names = list().stream().map(ModelInfo::name).toList();
        if (names.isEmpty()) {
            return new IllegalArgumentException(
                    "there is no model '" + modelName + "', nor any other. Train one: CALL gnnrec.train()");
        }
        return new IllegalArgumentException("there is no model '" + modelName + "'" + Suggestion.of(modelName, names)
                + ". Models: " + String.join(", ", names));
    }
}
