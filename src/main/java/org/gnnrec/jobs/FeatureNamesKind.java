package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.jobs.NodeValuesKind.Named;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeValues;

/**
 * The values that features are made of: properties for whichever side has them and expressions over users or items, or
 * a map {@code {users: ..., items: ...}} of the values of each side.
 */
final class FeatureNamesKind {
    static final Kind<FeatureNames> KIND = new Kind<>(
            "a property, a map of names to Cypher expressions over user or item, a list of such, or a map "
                    + "{users: ..., items: ...} of these,",
            FeatureNamesKind::read, FeatureNamesKind::show);
    private static final List<String> SIDES = List.of("users", "items");
    private static final String KEY = "featureProperties";

    private FeatureNamesKind() {}

    private static FeatureNames read(Object value) {
        if (value instanceof Map<?, ?> map && map.entrySet().stream().anyMatch(FeatureNamesKind::isSide)) {
            return bySide(map);
        }
        List<Named> all = NodeValuesKind.read(KEY, value);
        return all == null ? null : byVariable(all);
    }

    /** True for a side, and for a mistyped one, which names properties and has no expression. */
    private static boolean isSide(Map.Entry<?, ?> entry) {
        boolean isNear = !Suggestion.of(String.valueOf(entry.getKey()), SIDES).isEmpty();
        boolean isExpression = entry.getValue() instanceof String text && !text.matches("\\w+");
        return SIDES.contains(entry.getKey()) || isNear && !isExpression;
    }

    private static FeatureNames byVariable(List<Named> all) {
        List<String> anywhere = all.stream().filter(Named::isProperty).map(Named::name).distinct().toList();
        return new FeatureNames(anywhere, over(NodeExpression.USER, all), over(NodeExpression.ITEM, all));
    }

    /** The expressions over one side. Fails where one has the name of a property that the side may have as well. */
    private static NodeValues over(String variable, List<Named> all) {
        NodeValuesKind.of(KEY, all.stream().filter(value -> value.isProperty() || value.isOver(variable)).toList());
        return NodeValuesKind.of(KEY, all.stream().filter(value -> value.isOver(variable)).toList());
    }

    private static FeatureNames bySide(Map<?, ?> sides) {
        for (Object side : sides.keySet()) {
            if (!SIDES.contains(side)) {
                throw new IllegalArgumentException(KEY + ": unknown side " + Shown.of(side)
                        + Suggestion.of(String.valueOf(side), SIDES)
                        + ". The sides are users and items; name the values of either or both");
            }
        }
        return new FeatureNames(List.of(), ofSide("users", NodeExpression.USER, sides),
                ofSide("items", NodeExpression.ITEM, sides));
    }

    /** The values of one side. Errors name the side beside the key. */
    private static NodeValues ofSide(String side, String variable, Map<?, ?> sides) {
        Object given = sides.get(side);
        if (given == null) {
            return NodeValues.NONE;
        }
        NodeValues values = NodeValuesKind.ofOneSide(KEY + "." + side, variable, given);
        if (values == null) {
            throw new IllegalArgumentException(KEY + "." + side + " must be " + NodeValuesKind.values(variable)
                    + " but was " + Shown.of(given));
        }
        return values;
    }

    /** Properties for whichever side has them stand beside expressions alone. */
    private static Object show(FeatureNames names) {
        if (!names.anywhere().isEmpty() || names.isEmpty()) {
            return Stream.of(NodeValues.ofProperties(names.anywhere()), names.users(), names.items())
                    .flatMap(values -> NodeValuesKind.show(values).stream()).toList();
        }
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("users", NodeValuesKind.show(names.users()));
        sides.put("items", NodeValuesKind.show(names.items()));
        return sides;
    }
}
