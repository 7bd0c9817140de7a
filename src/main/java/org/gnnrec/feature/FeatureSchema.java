package org.gnnrec.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * of a missing value are 0. Immutable and thread-safe.
 */
public final class FeatureSchema {
    private final List<FeatureProperty> properties;

    FeatureSchema(List<FeatureProperty> properties) {
        this.properties = List.copyOf(properties);
    }

    /** The properties that some node of the training has, in the order of their columns. */
    public List<String> properties() {
        return properties.stream().map(FeatureProperty::name).toList();
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
     * @param values by property; other properties are ignored
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
        return Map.of("properties", properties.stream().map(FeatureProperty::toMap).toList());
    }

    /**
     * The schema that {@link #toMap} gave.
     *
     * @throws IllegalArgumentException if it has a kind of property that this version does not know, or lacks a value,
     *         or has one that no training gives
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
        return new FeatureSchema(properties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema schema && schema.properties.equals(properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }
}
