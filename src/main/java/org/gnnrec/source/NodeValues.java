package org.gnnrec.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values of nodes, each with a name: properties, and what Cypher expressions over the nodes give. The expressions are
 * all over users or all over items.
 *
 * @param names of all, in their order
 * @param expressions by name; the other names are those of properties
 */
public record NodeValues(List<String> names, Map<String, NodeExpression> expressions) {
    public static final NodeValues NONE = ofProperties(List.of());

    public NodeValues {
        names = List.copyOf(names);
        expressions = inOrder(names, expressions);
    }

    private static Map<String, NodeExpression> inOrder(List<String> names, Map<String, NodeExpression> expressions) {
        Map<String, NodeExpression> ordered = new LinkedHashMap<>();
        names.stream().filter(expressions::containsKey).forEach(name -> ordered.put(name, expressions.get(name)));
        return Collections.unmodifiableMap(ordered);
    }

    public static NodeValues ofProperties(List<String> names) {
        return new NodeValues(names, Map.of());
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names that are properties. */
    public List<String> properties() {
        return names.stream().filter(name -> !expressions.containsKey(name)).toList();
    }

    /** True where a value is this property, or may be made of it. */
    public boolean read(String property) {
        return properties().contains(property)
                || expressions.values().stream().anyMatch(expression -> expression.readsProperty(property));
    }

    /** Those of these names. */
    public NodeValues only(List<String> some) {
        return new NodeValues(names.stream().filter(some::contains).toList(), expressions);
    }

    /**
     * The query for what the expressions give for some nodes. Each row has a node in the column {@link #variable} and
     * the n-th value in the column {@link #column}.
     */
    public String query() {
        List<NodeExpression> all = List.copyOf(expressions.values());
        return "UNWIND $" + InteractionPattern.NODES + " AS " + variable() + " RETURN " + variable()
                + IntStream.range(0, all.size())
                        .mapToObj(n -> ", " + all.get(n).expression().inBrackets() + " AS " + column(n))
                        .collect(Collectors.joining());
    }

    /** The node in the expressions, of which there is at least one. */
    public String variable() {
        return expressions.values().iterator().next().variable();
    }

    public static String column(int n) {
        return "gnnrec_value" + n;
    }
}
