package org.gnnrec.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.NodeValues;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The query of what expressions give for some nodes. Neo4j plans it once, whatever the nodes are.
 *
 * @param key names the expressions in errors
 * @param values the expressions; properties are not read
 */
public record ExpressionQuery(String key, NodeValues values) {
    /** The expressions of features. */
    public static ExpressionQuery ofFeatures(NodeValues values) {
        return new ExpressionQuery("featureProperties", values);
    }

    /** Fails where an expression is no Cypher, or does more than read. The error names it. */
    public void requireValid(Transaction tx) {
        values.expressions().keySet().forEach(name -> of(name).plan(tx));
    }

    /** An error for an expression that gave nothing, with the labels, types and properties that do not exist. */
    public IllegalArgumentException nothingGiven(Transaction tx, String name, String nodes) {
        List<String> missing = of(name).plan(tx).missing();
        return new IllegalArgumentException(key + "." + name + " gives " + nodes + " a value"
                + (missing.isEmpty() ? "" : ": " + String.join("; ", missing))
                + ". Mend the expression, or leave it out");
    }

    private ReadOnlyQuery of(String name) {
        return query(key + "." + name, values.only(List.of(name)), List.of());
    }

    /** Hands on each of these nodes with its values by name, as the transaction sees them, in any order. */
    public void read(Transaction tx, List<Node> nodes, BiConsumer<Node, Map<String, Object>> rows) {
        if (values.expressions().isEmpty() || nodes.isEmpty()) {
            return;
        }
        String names = String.join(", ", values.expressions().keySet());
        query(key + " (" + names + ")", values, nodes).run(tx,
                row -> rows.accept((Node) row.get(values.variable()), values(row)));
    }

    private Map<String, Object> values(Map<String, Object> row) {
        Map<String, Object> byName = new LinkedHashMap<>();
        values.expressions().keySet()
                .forEach(name -> byName.put(name, row.get(NodeValues.column(byName.size()))));
        return byName;
    }

    private static ReadOnlyQuery query(String key, NodeValues values, List<Node> nodes) {
        return new ReadOnlyQuery(key, values.query(), Map.of(InteractionPattern.NODES, nodes));
    }
}
