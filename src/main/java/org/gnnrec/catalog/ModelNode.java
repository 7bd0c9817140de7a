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
import org.gnnrec.source.InteractionPattern;
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
    private static final long LARGEST = 1L << 50;
    private static final long MOST_EPOCHS = 1_000_000;
    private static final String ARRAYS = "arrays";
    private static final String PATTERNS = "interactions";
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
        StoredProperties stored = new StoredProperties(node);
        requireKnownFormat(stored);
        return new ModelInfo(stored.text(StoredProperties.NAME), stored.integer("modelVersion", 1, LARGEST),
                stored.text("uid"),
                stored.text("modelType"), interactions(stored), copy(stored),
                stored.integer("relationshipCount", 0, LARGEST),
                stored.required("createdAt", ZonedDateTime.class, "a time with a zone"),
                stored.has("bestEpoch") ? stored.integer("bestEpoch", 0, MOST_EPOCHS) : 0, stored.map("configuration"),
                stored.map("metrics"));
    }

    private static PropertyCopy copy(StoredProperties stored) {
        return PropertyCopy.of(stored.text("writeProperty"), kind(stored, "user"), kind(stored, "item"),
                stored.flag("vectorIndex"), stored.flag("copied"));
    }

    private static Interactions interactions(StoredProperties stored) {
        return new Interactions(kind(stored, "user"), kind(stored, "item"), stored.texts("relationshipTypes"),
                stored.texts("testRelationshipTypes"), WeightProperties.weighting(stored),
                WeightProperties.decay(stored), source(stored));
    }

    private static long requireKnownFormat(StoredProperties stored) {
        long format = stored.integer("formatVersion", ONE_LABEL_FORMAT, Integer.MAX_VALUE);
        if (format > FORMAT_VERSION) {
            throw stored.unreadable("formatVersion", "is " + format + " but this version of gnnrec reads formats "
                    + ONE_LABEL_FORMAT + " to " + FORMAT_VERSION);
        }
        return format;
    }

    /** Fails where the arrays of a model are in a format of earlier versions of gnnrec. */
    static void requireReadable(Node node) {
        StoredProperties stored = new StoredProperties(node);
        long format = requireKnownFormat(stored);
        if (format < FORMAT_VERSION) {
            throw new ModelFormatException("model '" + stored.modelName()
                    + "' was stored by an earlier version of "
                    + "gnnrec, in format " + format + "; this version reads the arrays of format " + FORMAT_VERSION
                    + ", and no warm start goes on from others");
        }
    }

    /** Fails where the description of a model, which all but its arrays is, cannot be read whole. */
    static void requireWhole(Node node) {
        requireReadable(node);
        StoredProperties stored = new StoredProperties(node);
        stored.json("configuration", configuration -> read(node).spec());
        features(node);
        directory(node);
    }

    /** Writes the directory of the arrays. */
    static void writeDirectory(List<ArrayEntry> entries, Node node) {
        node.setProperty(ARRAYS, Json.write(Map.of(ARRAYS, entries.stream().map(ArrayEntry::toMap).toList())));
    }

    static List<ArrayEntry> directory(Node node) {
        StoredProperties stored = new StoredProperties(node);
        List<ArrayEntry> entries = stored.json(ARRAYS, map -> ((List<?>) map.get(ARRAYS)).stream()
                .map(entry -> ArrayEntry.of((Map<?, ?>) entry)).toList());
        if (entries.stream().map(ArrayEntry::name).distinct().count() < entries.size()) {
            throw stored.unreadable(ARRAYS, "names an array twice");
        }
        return entries;
    }

    /** Writes the feature schemas. Without features there is no property. */
    static void writeFeatures(FeatureSchemas features, Node node) {
        if (features.exist()) {
            node.setProperty(FEATURES, json(features));
        }
    }

    static String json(FeatureSchemas features) {
        return Json.write(features.toMap(), "featureProperties: what was learned of the features",
                "Leave out properties with long texts");
    }

    static FeatureSchemas features(Node node) {
        StoredProperties stored = new StoredProperties(node);
        return stored.has(FEATURES) ? stored.json(FEATURES, FeatureSchemas::of) : FeatureSchemas.NONE;
    }

    private static NodeKind kind(StoredProperties stored, String side) {
        return new NodeKind(labels(stored, side), stored.text(side + "IdProperty"));
    }

    /** The labels of a side, which the first format had one of. */
    static List<String> labels(StoredProperties stored, String side) {
        String several = side + "Labels";
        List<String> labels = stored.has(several) ? stored.texts(several) : List.of(stored.text(side + "Label"));
        if (labels.isEmpty()) {
            throw stored.unreadable(several, "must name a label but is empty");
        }
        return labels;
    }

    private static void writeSource(GraphSource source, Node node) {
        if (source.graphName() != null) {
            node.setProperty("graphName", source.graphName());
        }
        if (source.isQuery()) {
            node.setProperty("query", source.query());
            node.setProperty("params", Json.write(source.params()));
        }
        if (source.isPatterns()) {
            node.setProperty(PATTERNS, Json.write(
                    Map.of(PATTERNS, source.patterns().stream().map(InteractionPattern::toMap).toList())));
        }
    }

    private static GraphSource source(StoredProperties stored) {
        String graphName = stored.textOrNull("graphName");
        String query = stored.textOrNull("query");
        List<InteractionPattern> patterns = stored.has(PATTERNS)
                ? stored.json(PATTERNS, ModelNode::patterns)
                : List.of();
        try {
            return new GraphSource(graphName, query, query == null ? Map.of() : stored.map("params"), patterns);
        } catch (IllegalArgumentException e) {
            throw stored.unreadable("query", "stands beside another source: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<InteractionPattern> patterns(Map<String, Object> map) {
        return ((List<Map<String, Object>>) map.get(PATTERNS)).stream().map(InteractionPattern::of).toList();
    }
}
