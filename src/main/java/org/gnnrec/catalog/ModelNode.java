package org.gnnrec.catalog;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.gnnrec.model.ModelInfo;
import org.neo4j.graphdb.Node;

/** {@link ModelInfo} as the properties of a {@code _GnnRecModel} node, and back. */
final class ModelNode {
    static final int FORMAT_VERSION = 1;

    private ModelNode() {}

    static void write(ModelInfo info, Node node) {
        node.setProperty("formatVersion", FORMAT_VERSION);
        node.setProperty("modelName", info.name());
        node.setProperty("modelVersion", info.version());
        node.setProperty("uid", info.uid());
        node.setProperty("modelType", info.modelType());
        node.setProperty("userLabel", info.userLabel());
        node.setProperty("itemLabel", info.itemLabel());
        node.setProperty("userIdProperty", info.userIdProperty());
        node.setProperty("itemIdProperty", info.itemIdProperty());
        node.setProperty("relationshipTypes", info.relationshipTypes().toArray(String[]::new));
        node.setProperty("testRelationshipTypes", info.testRelationshipTypes().toArray(String[]::new));
        if (info.graphName() != null) {
            node.setProperty("graphName", info.graphName());
        }
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
        if (format != FORMAT_VERSION) {
            throw new ModelFormatException("model '" + node.getProperty("modelName") + "' has format " + format
                    + " but this version of gnnrec reads format " + FORMAT_VERSION);
        }
        return new ModelInfo(text(node, "modelName"), (long) node.getProperty("modelVersion"), text(node, "uid"),
                text(node, "modelType"), text(node, "userLabel"), text(node, "itemLabel"),
                text(node, "userIdProperty"), text(node, "itemIdProperty"), texts(node, "relationshipTypes"),
                texts(node, "testRelationshipTypes"), (String) node.getProperty("graphName", null),
                text(node, "writeProperty"), (boolean) node.getProperty("vectorIndex"),
                (long) node.getProperty("relationshipCount"), (ZonedDateTime) node.getProperty("createdAt"),
                (boolean) node.getProperty("copied"), map(node, "configuration"), map(node, "metrics"));
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
