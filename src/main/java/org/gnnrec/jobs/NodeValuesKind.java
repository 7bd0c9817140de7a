package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Shown;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeValues;

/**
 * Values of nodes: a property, a map of a name to a Cypher expression over the node, or a list of such. A map has no
 * order in Cypher, so its names come in that of the alphabet.
 */
final class NodeValuesKind {
    private NodeValuesKind() {}

    /** Values of items under this key. */
    static Kind<NodeValues> ofItems(String key) {
        return new Kind<>(values(NodeExpression.ITEM),
                value -> ofOneSide(key, NodeExpression.ITEM, value), NodeValuesKind::show);
    }

    /** What a key takes, in words. */
    static String values(String variable) {
        return "a property, a map of names to Cypher expressions over " + variable + ", or a list of such,";
    }

    /** One value; a property has no expression. */
    record Named(String name, NodeExpression expression) {
        boolean isProperty() {
            return expression == null;
        }

        /** True for an expression over users or over items. */
        boolean isOver(String variable) {
            return expression != null && expression.variable().equals(variable);
        }
    }

    /** The values in their order, or null where it is none of these. */
    static List<Named> read(String key, Object given) {
        List<Named> all = new ArrayList<>();
        for (Object element : given instanceof List<?> list ? list : List.of(given)) {
            switch (element) {
                case String name when !name.isBlank() -> all.add(new Named(name, null));
                case Map<?, ?> map -> new TreeMap<>(map).forEach((name, text) -> all.add(named(key, name, text)));
                case null, default -> {
                    return null;
                }
            }
        }
        return all;
    }

    private static Named named(String key, Object name, Object text) {
        if (text instanceof String expression) {
            return new Named((String) name, NodeExpression.of(key + "." + name, expression));
        }
        throw new IllegalArgumentException(key + "." + name + " must be the text of a Cypher expression but was "
                + Shown.of(text));
    }

    /** The values of users or of items. */
    static NodeValues ofOneSide(String key, String variable, Object given) {
        List<Named> all = read(key, given);
        if (all == null) {
            return null;
        }
        all.stream().filter(value -> !value.isProperty() && !value.isOver(variable)).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(key + "." + other.name() + " must be an expression over " + variable
                    + " but is over " + other.expression().variable() + ": " + Shown.of(other.expression().text()));
        });
        return of(key, all);
    }

    /** Fails where a name stands for two values. The same property may be named twice. */
    static NodeValues of(String key, List<Named> all) {
        Map<String, NodeExpression> expressions = new LinkedHashMap<>();
        List<Named> distinct = all.stream().distinct().toList();
        List<String> names = distinct.stream().map(Named::name).toList();
        for (Named value : distinct) {
            if (names.indexOf(value.name()) != names.lastIndexOf(value.name())) {
                throw new IllegalArgumentException(key + " names two values '" + value.name()
                        + "'. Give one of them another name");
            }
            if (!value.isProperty()) {
                expressions.put(value.name(), value.expression());
            }
        }
        return new NodeValues(names, expressions);
    }

    /** The values as {@link #read} takes them back. */
    static List<Object> show(NodeValues values) {
        return values.names().stream().map(name -> values.expressions().containsKey(name)
                ? (Object) Map.of(name, values.expressions().get(name).text())
                : name).toList();
    }
}
