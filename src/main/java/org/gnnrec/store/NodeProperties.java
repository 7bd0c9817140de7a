package org.gnnrec.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.source.NodeValues;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** The values of one node: its properties, and for features also what expressions give. */
public final class NodeProperties {
    private NodeProperties() {}

    /** The values of these properties, with dates as moments. Empty for null and for a node that is gone. */
    public static Map<String, Object> of(Node node, String[] keys) {
        if (node == null) {
            return Map.of();
        }
        try {
            Map<String, Object> values = node.getProperties(keys);
            values.replaceAll((property, value) -> FeatureInput.of(value));
            return values;
        } catch (NotFoundException e) {
            return Map.of(); // deleted since it was looked up
        }
    }

    /** One value as it is stored; null where there is none, and for a node that is gone. */
    public static Object value(Node node, String property) {
        try {
            return node.getProperty(property, null);
        } catch (NotFoundException e) {
            return null; // deleted since it was looked up
        }
    }

    /** The properties as {@link #of} takes them. */
    public static String[] keys(List<String> properties) {
        return properties.toArray(String[]::new);
    }

    /**
     * The row of one node by the schema of its side, as in training. O(values), and a query where the schema has
     * expressions. Fails as the schema does.
     */
    public static FeatureMatrix encode(Transaction tx, Node node, Object id, FeatureSchema schema) {
        NodeValues wanted = schema.values();
        Map<String, Object> values = new HashMap<>(of(node, keys(wanted.properties())));
        ExpressionQuery.ofFeatures(wanted).read(tx, List.of(node),
                (same, given) -> given.forEach((name, value) -> values.put(name, FeatureInput.of(value))));
        return schema.encode(id, values);
    }
}
