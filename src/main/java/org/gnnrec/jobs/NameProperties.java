package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.gnnrec.insight.ItemValues;
import org.gnnrec.insight.ItemValues.Value;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.NodeValues;
import org.gnnrec.store.ExpressionQuery;
import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * The values of items that may name a community. Named properties and expressions may have values of any type. Without
 * names these are the texts, lists of texts and booleans of all properties but the id and gnnrec's own. A list counts
 * for each of its elements.
 */
record NameProperties(NodeValues named, Set<String> skipped) {
    private static final int ITEMS_AT_ONCE = 1_024;
    private static final String KEY = "nameProperties";

    static NameProperties of(NodeValues named, ModelInfo info) {
        Set<String> ours = new HashSet<>(info.copy().properties());
        ours.add(info.items().idProperty());
        return new NameProperties(named, named.isEmpty() ? ours : Set.of());
    }

    /** Fails where an expression is no Cypher, or does more than read. */
    void requireValid(Transaction tx) {
        query().requireValid(tx);
    }

    private ExpressionQuery query() {
        return new ExpressionQuery(KEY, named);
    }

    /** The values of all items, by row. Fails where no item has a named value. O(values). */
    ItemValues read(Transaction tx, CommunityItems items, Cancellation cancellation) {
        ItemValues values = new ItemValues();
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            cancellation.check();
            for (List<Value> ofItem : read(tx, items, from, Math.min(items.size(), from + ITEMS_AT_ONCE))) {
                ofItem.forEach(value -> seen.add(value.property()));
                values.add(ofItem);
            }
        }
        named.names().stream().filter(name -> !seen.contains(name)).findFirst()
                .ifPresent(name -> fail(tx, name, items.size()));
        return values;
    }

    private List<List<Value>> read(Transaction tx, CommunityItems items, int from, int to) {
        List<Node> nodes = new ArrayList<>();
        IntStream.range(from, to).forEach(row -> nodes.add(items.node(tx, row)));
        Map<Node, Map<String, Object>> given = new HashMap<>();
        query().read(tx, nodes.stream().filter(Objects::nonNull).toList(), given::put);
        return IntStream.range(from, to).mapToObj(row -> {
            Node node = nodes.get(row - from);
            return node == null ? List.<Value>of() : read(node, given.getOrDefault(node, Map.of()), items.id(row));
        }).toList();
    }

    private List<Value> read(Node node, Map<String, Object> given, Object id) {
        List<Value> values = new ArrayList<>();
        try {
            for (String name : named.isEmpty() ? node.getPropertyKeys() : named.names()) {
                if (!skipped.contains(name)) {
                    addElements(name, given.containsKey(name)
                            ? named(name, given.get(name), id)
                            : IdValue.of(node, name), values);
                }
            }
        } catch (NotFoundException e) {
            return List.of(); // it was deleted after the lookup
        }
        return values;
    }

    /** What an expression gave, without nulls in a list. Fails where it can name nothing. */
    private static Object named(String name, Object given, Object id) {
        Object value = given instanceof List<?> list ? list.stream().filter(Objects::nonNull).toList() : given;
        if (value != null && !IdValue.isPossible(value)) {
            throw new IllegalArgumentException(KEY + ": '" + name + "' of item " + Shown.of(id) + " is "
                    + Shown.of(value) + ", which names nothing: texts, numbers, dates, true and false and lists of "
                    + "these do. Return a property of it, as in g.name and not g");
        }
        return IdValue.canonical(value);
    }

    private void addElements(String property, Object value, List<Value> values) {
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        elements.stream().filter(this::mayName).forEach(element -> values.add(new Value(property, element)));
    }

    private boolean mayName(Object element) {
        return !named.isEmpty() || element instanceof Boolean || (element instanceof String text && !text.isBlank());
    }

    private void fail(Transaction tx, String name, int items) {
        if (named.expressions().containsKey(name)) {
            throw query().nothingGiven(tx, name, "none of the model's " + items + " items");
        }
        List<String> known = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false).toList();
        throw new IllegalArgumentException(KEY + ": none of the model's " + items + " items has a property '" + name
                + "'" + Suggestion.of(name, known));
    }
}
