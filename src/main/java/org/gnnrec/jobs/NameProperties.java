package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.config.Suggestion;
import org.gnnrec.insight.ItemValues;
import org.gnnrec.insight.ItemValues.Value;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.store.IdValue;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * The properties of items that may name a community. Named properties may have values of any type. Without names these
 * are the texts, lists of texts and booleans of all properties but the id and gnnrec's own. A list counts for each of
 * its elements.
 */
record NameProperties(List<String> named, Set<String> skipped) {
    private static final int BETWEEN_CHECKS = 1_024;

    static NameProperties of(List<String> named, ModelInfo info) {
        Set<String> ours = new HashSet<>(info.copy().properties());
        ours.add(info.items().idProperty());
        return new NameProperties(named, named.isEmpty() ? ours : Set.of());
    }

    /** The values of all items, by row. Fails where no item has a named property. O(values). */
    ItemValues read(Transaction tx, CommunityItems items, Cancellation cancellation) {
        ItemValues values = new ItemValues();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < items.size(); row++) {
            if (row % BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            List<Value> ofItem = read(items.node(tx, row));
            ofItem.forEach(value -> seen.add(value.property()));
            values.add(ofItem);
        }
        named.stream().filter(property -> !seen.contains(property)).findFirst()
                .ifPresent(property -> fail(tx, property, items.size()));
        return values;
    }

    private List<Value> read(Node node) {
        List<Value> values = new ArrayList<>();
        if (node == null) {
            return values;
        }
        try {
            for (String property : named.isEmpty() ? node.getPropertyKeys() : named) {
                if (!skipped.contains(property)) {
                    addElements(property, IdValue.of(node, property), values);
                }
            }
        } catch (NotFoundException e) {
            return List.of(); // it was deleted after the lookup
        }
        return values;
    }

    private void addElements(String property, Object value, List<Value> values) {
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        elements.stream().filter(this::mayName).forEach(element -> values.add(new Value(property, element)));
    }

    private boolean mayName(Object element) {
        return !named.isEmpty() || element instanceof Boolean || (element instanceof String text && !text.isBlank());
    }

    private static void fail(Transaction tx, String property, int items) {
        List<String> known = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false).toList();
        throw new IllegalArgumentException("nameProperties: none of the model's " + items + " items has a property '"
                + property + "'" + Suggestion.of(property, known));
    }
}
