package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.Suggestion;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The models that one transaction sees. A version is BUILDING while its parts are written, CURRENT from the switch on
 * and OLD once another took its place; only the current one is ever read.
 */
public final class ModelCatalog {
    static final Label MODEL = Label.label("_GnnRecModel");
    static final String STATE = "state";
    static final String BUILDING = "BUILDING";
    static final String CURRENT = "CURRENT";
    static final String OLD = "OLD";
    static final String ITEM_BASE = "itemBase";
    /** e0 of the users, where {@code userBase} holds more than a multiple of it. */
    static final String USER_OWN = "userOwn";
    /** How properties became features; absent where there are none. */
    static final String FEATURES = "featureSchemas";

    private final Transaction tx;

    public ModelCatalog(Transaction tx) {
        this.tx = tx;
    }

    /** The current models, by name. */
    public List<ModelInfo> list() {
        return nodes(CURRENT).stream().map(ModelNode::read).sorted(Comparator.comparing(ModelInfo::name)).toList();
    }

    /** The versions that may have a copy of their embeddings on nodes: those current and those just replaced. */
    public List<ModelInfo> listWritten() {
        return Stream.of(CURRENT, OLD).flatMap(state -> nodes(state).stream()).map(ModelNode::read).toList();
    }

    /** Replaced versions of this model whose copy lies elsewhere than the current one's. */
    public List<ModelInfo> superseded(String modelName) {
        Optional<ModelInfo> current = find(modelName);
        return nodes(OLD).stream().map(ModelNode::read).filter(old -> old.name().equals(modelName))
                .filter(old -> current.isEmpty() || !old.sharesCopyWith(current.get())).toList();
    }

    /** The properties of item nodes that hold the communities of a version that {@link #listWritten} knows, by its uid. */
    public List<String> communityProperties(ModelInfo info) {
        return Stream.of(CURRENT, OLD).flatMap(state -> nodes(state).stream())
                .filter(node -> info.uid().equals(node.getProperty("uid")))
                .flatMap(node -> CommunityProperties.read(node).stream()).toList();
    }

    /** The current version of this model. */
    public Optional<ModelInfo> find(String modelName) {
        return node(modelName).map(ModelNode::read);
    }

    /** The uid of the current version of this model, all that a cache needs; fails with the names there are. */
    public String requireUid(String modelName) {
        return node(modelName).map(node -> (String) node.getProperty("uid")).orElseThrow(() -> missing(modelName));
    }

    /** The current version of this model; fails with the names there are. */
    public ModelInfo require(String modelName) {
        return find(modelName).orElseThrow(() -> missing(modelName));
    }

    /** Reads the parts of this very version into arrays. O(bytes); fails where a part is missing or damaged. */
    public ServedModel load(ModelInfo info) {
        Node model = requireVersion(info);
        NodeTable users = nodes(model, "user");
        NodeTable items = nodes(model, "item");
        CsrGraph rows = graph(model, "row", users.size(), items.size(), "interactionCount");
        CsrGraph dislikes = model.hasProperty("dislikeCount")
                ? graph(model, "dislike", users.size(), items.size(), "dislikeCount")
                : new CsrBuilder(users.size(), items.size()).build();
        return new ServedModel(info, users, items, rows, dislikes, matrix(model, "itemEmbeddings", items.size()),
                layers(model, "userBase", users.size(), info.userBaseLayers()),
                layers(model, "messages", items.size(), info.messageLayers()),
                DenseWeights.read(model), features(model));
    }

    /** How properties became features in this very version. */
    public FeatureSchemas loadFeatures(ModelInfo info) {
        return features(requireVersion(info));
    }

    private static FeatureSchemas features(Node model) {
        String json = (String) model.getProperty(FEATURES, null);
        return json == null ? FeatureSchemas.NONE : FeatureSchemas.of(Json.read(json));
    }

    /** Fails where this version was stored without what {@link #loadBase} reads. */
    public void requireBase(ModelInfo info) {
        if (!ModelParts.has(requireVersion(info), ITEM_BASE)) {
            throw new IllegalStateException("model '" + info.name() + "' was stored by an earlier version of gnnrec, "
                    + "without what a warm start goes on from. Train it once without warmStart");
        }
    }

    /** Reads what a training needs to go on from this very version. O(bytes); fails as {@link #load} does. */
    public StoredBase loadBase(ModelInfo info) {
        Node model = requireVersion(info);
        NodeTable users = nodes(model, "user");
        NodeTable items = nodes(model, "item");
        return new StoredBase(users, items, graph(model, "row", users.size(), items.size(), "interactionCount"),
                userOwn(info, model, users.size()), matrix(model, ITEM_BASE, items.size()), DenseWeights.read(model));
    }

    private static DenseMatrix userOwn(ModelInfo info, Node model, int users) {
        return switch (info.type()) {
            case LIGHTGCN -> scaled(matrix(model, "userBase", users), 1 / info.ownWeight());
            case GRAPHSAGE, GAT -> matrix(model, USER_OWN, users);
            case PINSAGE -> DenseMatrix.zeros(users, ModelNode.integer(model, "dimension"));
        };
    }

    /** Stored as a0 e0, which serving needs. */
    private static DenseMatrix scaled(DenseMatrix userBase, double factor) {
        Kernels.get().scale((float) factor, userBase.data(), 0, userBase.data().length);
        return userBase;
    }

    private Node requireVersion(ModelInfo info) {
        return node(info.name()).filter(node -> info.uid().equals(node.getProperty("uid")))
                .orElseThrow(() -> new ModelFormatException("model '" + info.name() + "' changed while it was read"));
    }

    private static NodeTable nodes(Node model, String side) {
        return PartStreams.readNodes(ModelNode.integer(model, side + "Count"), ModelParts.read(model, side + "s"));
    }

    /** Users x items, in the parts whose kinds begin with this name. */
    private static CsrGraph graph(Node model, String name, int userCount, int itemCount, String countKey) {
        int edges = ModelNode.integer(model, countKey);
        boolean weighted = (boolean) model.getProperty(name + "sWeighted", false);
        return CsrGraph.of(userCount, itemCount, ints(model, name + "Offsets", userCount + 1),
                ints(model, name + "Items", edges), weighted ? floats(model, name + "Weights", edges) : null);
    }

    private static int[] ints(Node model, String kind, int length) {
        List<byte[]> parts = ModelParts.read(model, kind);
        return PartStreams.readInts(length, parts.size(), parts::get);
    }

    private static DenseMatrix matrix(Node model, String kind, int rows) {
        int cols = ModelNode.integer(model, "dimension");
        return new DenseMatrix(rows, cols, floats(model, kind, rows * cols));
    }

    /** Rows as wide as so many embeddings. */
    private static DenseMatrix layers(Node model, String kind, int rows, int count) {
        int cols = ModelNode.integer(model, "dimension") * count;
        return new DenseMatrix(rows, cols, floats(model, kind, Math.multiplyExact(rows, cols)));
    }

    private static float[] floats(Node model, String kind, int length) {
        List<byte[]> parts = ModelParts.read(model, kind);
        return PartStreams.readFloats(length, parts.size(), parts::get);
    }

    Optional<Node> node(String modelName) {
        return nodes(CURRENT).stream().filter(node -> modelName.equals(node.getProperty("modelName"))).findFirst();
    }

    /** All version nodes in this state; a handful, however large the graph. */
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
