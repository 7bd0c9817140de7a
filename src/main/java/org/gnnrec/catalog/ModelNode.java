package org.gnnrec.catalog;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;
import org.neo4j.graphdb.Node;

/**
 * {@link ModelInfo} as the properties of a {@code _GnnRecModel} node, and back. Format 2 has several labels on a side,
 * weights and queries; format 3 has a directory of arrays. A model of an earlier format is listed, replaced and
 * dropped, but not served.
 */
final class ModelNode {
    static final int FORMAT_VERSION = 3;
    private static final int ONE_LABEL_FORMAT = 1;
    private static final String ARRAYS = "arrays";
    private static final String FEATURES = "featureSchemas";

    private ModelNode() {}

    static void write(ModelInfo info, Node node) {
        node.setProperty("formatVersion", FORMAT_VERSION);
        node.setProperty("modelName", info.name());
        node.setProperty("modelVersion", info.version());
        node.setProperty("uid", info.uid());
        node.setProperty("modelType", info.modelType());
        writeInteractions(info.interactions(), node);
        node.setProperty("writeProperty", info.copy().property());
        node.setProperty("vectorIndex", info.copy().vectorIndex());
        node.setProperty("copied", info.copy().isWhole());
        node.setProperty("relationshipCount", info.relationshipCount());
        node.setProperty("createdAt", info.createdAt());
        node.setProperty("bestEpoch", info.bestEpoch());
        node.setProperty("configuration", Json.write(info.configuration()));
        node.setProperty("metrics", Json.write(info.metrics()));
    }

    private static void writeInteractions(Interactions interactions, Node node) {
        node.setProperty("userLabels", interactions.users().labels().toArray(String[]::new));
        node.setProperty("itemLabels", interactions.items().labels().toArray(String[]::new));
        node.setProperty("userIdProperty", interactions.users().idProperty());
        node.setProperty("itemIdProperty", interactions.items().idProperty());
        node.setProperty("relationshipTypes", interactions.types().toArray(String[]::new));
        node.setProperty("testRelationshipTypes", interactions.testTypes().toArray(String[]::new));
        WeightProperties.write(interactions.weighting(), interactions.decay(), node);
        writeSource(interactions.source(), node);
    }

    static ModelInfo read(Node node) {
        int format = integer(node, "formatVersion");
        if (format < ONE_LABEL_FORMAT || format > FORMAT_VERSION) {
            throw new ModelFormatException("model '" + node.getProperty("modelName") + "' has format " + format
                    + " but this version of gnnrec reads formats " + ONE_LABEL_FORMAT + " to " + FORMAT_VERSION);
        }
        PropertyCopy copy = new PropertyCopy(text(node, "writeProperty"), (boolean) node.getProperty("vectorIndex"),
                (boolean) node.getProperty("copied"));
        return new ModelInfo(text(node, "modelName"), (long) node.getProperty("modelVersion"), text(node, "uid"),
                text(node, "modelType"), interactions(node, format), copy,
                (long) node.getProperty("relationshipCount"), (ZonedDateTime) node.getProperty("createdAt"),
                (long) node.getProperty("bestEpoch", 0L), map(node, "configuration"), map(node, "metrics"));
    }

    private static Interactions interactions(Node node, int format) {
        return new Interactions(kind(node, format, "user"), kind(node, format, "item"),
                texts(node, "relationshipTypes"), texts(node, "testRelationshipTypes"),
                WeightProperties.weighting(node), WeightProperties.decay(node), source(node));
    }

    /** Fails where the arrays of a model are in a format of earlier versions of gnnrec. */
    static void requireReadable(Node node) {
        int format = integer(node, "formatVersion");
        if (format < FORMAT_VERSION) {
            throw new ModelFormatException("model '" + text(node, "modelName")
                    + "' was stored by an earlier version of "
                    + "gnnrec, in format " + format + "; this version reads the arrays of format " + FORMAT_VERSION
                    + ", and no warm start goes on from others");
        }
    }

    /** Writes the directory of the arrays. */
    static void writeDirectory(List<ArrayEntry> entries, Node node) {
        node.setProperty(ARRAYS, Json.write(Map.of(ARRAYS, entries.stream().map(ArrayEntry::toMap).toList())));
    }

    static List<ArrayEntry> directory(Node node) {
        List<?> entries = (List<?>) map(node, ARRAYS).get(ARRAYS);
        return entries.stream().map(entry -> ArrayEntry.of((Map<?, ?>) entry)).toList();
    }

    /** Writes the feature schemas. Without features there is no property. */
    static void writeFeatures(FeatureSchemas features, Node node) {
        if (features.exist()) {
            node.setProperty(FEATURES, Json.write(features.toMap()));
        }
    }

    static FeatureSchemas features(Node node) {
        return node.hasProperty(FEATURES) ? FeatureSchemas.of(map(node, FEATURES)) : FeatureSchemas.NONE;
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

    /** A number that may have become a 64-bit one: Cypher makes all of them so when it copies nodes. */
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
