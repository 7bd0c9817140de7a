package org.gnnrec.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeValues;

/**
 * How the properties of the nodes of one side become rows of numbers. A {@link FeatureLearner} learns it from the nodes
 * of a training. Each property owns a range of columns:
 * <ul>
 * <li>A number, a date or a date-time has one column with its distance from the mean in standard deviations, at most
 * 10, and up to 17 columns for its place between the 16-quantiles.
 * <li>True or false has one column: 1 or -1.
 * <li>A text or a list of texts has one column for each text that at least two nodes have, the 10,000 most frequent of
 * them, and 32 columns that all other texts share by hash. Together they have length 1.
 * <li>A list of numbers has one column for each number, divided by the root mean square length.
 * </ul>
 * If a node of the training has no value, the property has one more column, which is 1 for a missing value. An empty
 * list is missing too, and so is a number, or a list with one, that is NaN, infinite or beyond 1e100. All other columns
 * of a missing value are 0. The values of a property may come from a Cypher expression. Immutable and thread-safe.
 */
public final class FeatureSchema {
    private static final String EXPRESSIONS = "expressions";

    private final List<FeatureProperty> properties;
    private final NodeValues values;

    FeatureSchema(List<FeatureProperty> properties) {
        this(properties, Map.of());
    }

    private FeatureSchema(List<FeatureProperty> properties, Map<String, NodeExpression> expressions) {
        this.properties = List.copyOf(properties);
        this.values = new NodeValues(properties.stream().map(FeatureProperty::name).toList(), expressions);
    }

    /** This schema, where these expressions give the values of the properties of their names. */
    public FeatureSchema withExpressions(Map<String, NodeExpression> byName) {
        return new FeatureSchema(properties, byName);
    }

    /** Where the values come from, in the order of their columns. */
    public NodeValues values() {
        return values;
    }

    /** The properties that some node of the training has, in the order of their columns. */
    public List<String> properties() {
        return values.names();
    }

    public int columnCount() {
        return properties.isEmpty() ? 0 : properties.getLast().endColumn();
    }

    /** For each property how many nodes of the training have no value, in the order of the columns. */
    public Map<String, Long> missingCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        properties.forEach(property -> counts.put(property.name(), property.missing()));
        return counts;
    }

    /**
     * Adds the row of a node of the training or of a later day. The same values give the same bits. O(values).
     *
     * @param id of the node, for errors
     * @param values by property, be it a property of the node or what an expression gives; others are ignored
     * @throws IllegalArgumentException if a value has another kind or dimension than in the training
     */
    public void encode(Object id, Map<String, ?> values, FeatureMatrixBuilder rows) {
        properties.forEach(property -> property.encode(id, values.get(property.name()), rows));
        rows.endRow();
    }

    /** A matrix with the row of one node, as {@link #encode(Object, Map, FeatureMatrixBuilder)} adds it. */
    public FeatureMatrix encode(Object id, Map<String, ?> values) {
        FeatureMatrixBuilder row = new FeatureMatrixBuilder(1, columnCount());
        encode(id, values, row);
        return row.build();
    }

    /** The schema in plain JSON types, for {@link #of}. This form is kept for ever. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("properties", properties.stream().map(FeatureProperty::toMap).toList());
        if (!values.expressions().isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            values.expressions().forEach((name, expression) -> texts.put(name, expression.text()));
            map.put(EXPRESSIONS, texts);
        }
        return map;
    }

    /**
     * The schema that {@link #toMap} gave.
     *
     * @throws IllegalArgumentException if it has a kind of property that this version does not know, or lacks a value,
     *         or has one that no training gives, or an expression over no single node
     */
    public static FeatureSchema of(Map<String, Object> map) {
        return of(new SchemaMap("the feature schema", map));
    }

    static FeatureSchema of(SchemaMap map) {
        List<FeatureProperty> properties = new ArrayList<>();
        int firstColumn = 0;
        for (Object property : map.list("properties", Map.class)) {
            String name = "property " + properties.size() + " of " + map.name();
            properties.add(FeatureProperty.of(SchemaMap.of(name, property), firstColumn));
            firstColumn = properties.getLast().endColumn();
        }
        return new FeatureSchema(properties).withExpressions(map);
    }

    /** Older schemas have none. */
    private FeatureSchema withExpressions(SchemaMap map) {
        if (map.get(EXPRESSIONS) == null) {
            return this;
        }
        SchemaMap texts = SchemaMap.of("'" + EXPRESSIONS + "' of " + map.name(), map.get(EXPRESSIONS));
        Map<String, NodeExpression> byName = new LinkedHashMap<>();
        for (Object name : texts.map().keySet()) {
            if (!properties().contains(name)) {
                throw map.refused(EXPRESSIONS, name, "a map of names among " + properties());
            }
            byName.put((String) name,
                    NodeExpression.of("'" + name + "' of " + texts.name(), texts.text((String) name)));
        }
        return withExpressions(byName);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema schema && schema.properties.equals(properties)
                && schema.values.equals(values);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }
}
