package org.gnnrec.store;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.Moment;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;

/** The properties of one node as values for features. */
public final class NodeProperties {
    private NodeProperties() {}

    /** The values of these properties, with dates as moments. Empty for null and for a node that is gone. */
    public static Map<String, Object> of(Node node, String[] keys) {
        if (node == null) {
            return Map.of();
        }
        try {
            Map<String, Object> values = node.getProperties(keys);
            values.replaceAll((property, value) -> EpochSeconds.isDate(value)
                    ? new Moment(EpochSeconds.ofDate((Temporal) value))
                    : value);
            return values;
        } catch (NotFoundException e) {
            return Map.of(); // deleted since it was looked up
        }
    }

    /** The properties as {@link #of} takes them. */
    public static String[] keys(List<String> properties) {
        return properties.toArray(String[]::new);
    }

    /** The row of one node by the schema of its side, as in training. O(values). Fails as the schema does. */
    public static FeatureMatrix encode(Node node, Object id, FeatureSchema schema) {
        return schema.encode(id, of(node, keys(schema.properties())));
    }
}
