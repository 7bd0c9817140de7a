package org.gnnrec.feature;

import java.util.List;
import java.util.Map;
import org.gnnrec.source.NodeExpression;

/** How the properties of both sides become features; a side may have none. */
public record FeatureSchemas(FeatureSchema users, FeatureSchema items) {
    public static final FeatureSchemas NONE = new FeatureSchemas(new FeatureSchema(List.of()),
            new FeatureSchema(List.of()));

    /** False if neither side has any. */
    public boolean exist() {
        return users.columnCount() + items.columnCount() > 0;
    }

    /** The schemas in plain JSON types, for {@link #of}. This form is kept for ever. */
    public Map<String, Object> toMap() {
        return Map.of("users", users.toMap(), "items", items.toMap());
    }

    /** The schemas that {@link #toMap} gave. Fails as {@link FeatureSchema#of(Map)} does. */
    public static FeatureSchemas of(Map<String, Object> map) {
        return new FeatureSchemas(side("users", NodeExpression.USER, map), side("items", NodeExpression.ITEM, map));
    }

    private static FeatureSchema side(String side, String variable, Map<String, Object> map) {
        String name = "the feature schema of " + side;
        FeatureSchema schema = FeatureSchema.of(SchemaMap.of(name, map.get(side)));
        schema.values().expressions().forEach((feature, expression) -> {
            if (!expression.variable().equals(variable)) {
                throw new IllegalArgumentException("'" + feature + "' of " + name + " must be an expression over "
                        + variable + " but is over " + expression.variable());
            }
        });
        return schema;
    }
}
