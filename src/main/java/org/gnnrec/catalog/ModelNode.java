package org.gnnrec.catalog;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.neo4j.graphdb.Node;

/**
 * {@link ModelInfo} as the properties of a {@code _GnnRecModel} node, and back. Format 2 has several labels on a side,
 * weights and queries; what is not there has its default.
 */
final class ModelNode {
    static final int FORMAT_VERSION = 2;
    private static final int ONE_LABEL_FORMAT = 1;

    private ModelNode() {}

    static void write(ModelInfo info, Node node) {
        node.setProperty("formatVersion", FORMAT_VERSION);
        node.setProperty("modelName", info.name());
        node.setProperty("modelVersion", info.version());
        node.setProperty("uid", info.uid());
        node.setProperty("modelType", info.modelType());
        node.setProperty("userLabels", info.users().labels().toArray(String[]::new));
        node.setProperty("itemLabels", info.items().labels().toArray(String[]::new));
        node.setProperty("userIdProperty", info.users().idProperty());
        node.setProperty("itemIdProperty", info.items().idProperty());
        node.setProperty("relationshipTypes", info.relationshipTypes().toArray(String[]::new));
        node.setProperty("testRelationshipTypes", info.testRelationshipTypes().toArray(String[]::new));
        WeightProperties.write(info.weighting(), info.decay(), node);
        writeSource(info.source(), node);
        node.setProperty("writeProperty", info.writeProperty());
        node.setProperty("vectorIndex", info.vectorIndex());
        node.setProperty("relationshipCount", info.relationshipCount());
        node.setProperty("createdAt", info.createdAt());
        node.setProperty("copied", info.copied());
        node.setProperty("configuration", Json.write(info.configuration()));
        node.setProperty("metrics", Json.write(info.metrics()));
    }

    static ModelInfo read(Node node) {
        int format = integer(node, "formatVersion");
        if (format < ONE_LABEL_FORMAT || format > FORMAT_VERSION) {
            throw new ModelFormatException("model '" + node.getProperty("modelName") + "' has format " + format
                    + " but this version of gnnrec reads formats " + ONE_LABEL_FORMAT + " to " + FORMAT_VERSION);
        }
        return new ModelInfo(text(node, "modelName"), (long) node.getProperty("modelVersion"), text(node, "uid"),
                text(node, "modelType"), kind(node, format, "user"), kind(node, format, "item"),
                texts(node, "relationshipTypes"), texts(node, "testRelationshipTypes"),
                WeightProperties.weighting(node), WeightProperties.decay(node), source(node),
                text(node, "writeProperty"), (boolean) node.getProperty("vectorIndex"),
                (long) node.getProperty("relationshipCount"), (ZonedDateTime) node.getProperty("createdAt"),
                (boolean) node.getProperty("copied"), map(node, "configuration"), map(node, "metrics"));
    }

    private static NodeKind kind(Node node, int format, String side) {
        List<String> labels = format == ONE_LABEL_FORMAT
                ? List.of(text(node, side + "Label"))
                : texts(node, side + "Labels");
        return new NodeKind(labels, text(node, side + "IdProperty"));
    }

    private static void writeSource(GraphSource source, Node node) {
        if (source.graphName() != null) {
            node.setProperty("graphName", source.graphName());
        }
        if (source.isQuery()) {
            node.setProperty("query", source.query());
            node.setProperty("params", Json.write(source.params()));
        }
    }

    private static GraphSource source(Node node) {
        return new GraphSource((String) node.getProperty("graphName", null), (String) node.getProperty("query", null),
                Json.read((String) node.getProperty("params", "{}")));
    }

    /** A number that may have become a 64-bit one, as all do when nodes are copied by Cypher. */
    static int integer(Node node, String key) {
        return ((Number) node.getProperty(key)).intValue();
    }

    private static String text(Node node, String key) {
        return (String) node.getProperty(key);
    }

    private static List<String> texts(Node node, String key) {
        return List.of((String[]) node.getProperty(key));
    }

    private static Map<String, Object> map(Node node, String key) {
        return Json.read(text(node, key));
    }
}
