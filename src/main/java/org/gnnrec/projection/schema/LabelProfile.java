package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.gnnrec.store.RangeIndex;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintType;

/**
 * What a sample of a label's nodes shows: which labels they have besides, which property is their id, and which text
 * names them. The two properties may be null.
 */
record LabelProfile(NodeSample sample, Set<String> labels, String idProperty, String nameProperty) {

    static LabelProfile of(Transaction tx, NodeSample sample) {
        Set<String> labels = new HashSet<>();
        IdSearch ids = new IdSearch();
        NameSearch names = new NameSearch();
        sample.forEach(node -> {
            node.getLabels().forEach(label -> labels.add(label.name()));
            ids.add(node);
            names.add(node);
        });
        return new LabelProfile(sample, labels, best(tx, sample.label(), ids.found()), names.found());
    }

    /** Prefers constraints, then types that every client can send, then names, then indexes. */
    private static String best(Transaction tx, String label, Map<String, Boolean> found) {
        Set<String> unique = constrained(tx, label);
        return found.keySet().stream()
                .min(Comparator.<String, Boolean>comparing(property -> !unique.contains(property))
                        .thenComparing(property -> !found.get(property))
                        .thenComparingInt(property -> IdNames.rank(label, property))
                        .thenComparing(property -> RangeIndex.find(tx, Label.label(label), property) == null)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** The properties that a constraint on a single property keeps unique on this label. */
    private static Set<String> constrained(Transaction tx, String label) {
        Set<String> properties = new HashSet<>();
        StreamSupport.stream(tx.schema().getConstraints(Label.label(label)).spliterator(), false)
                .filter(constraint -> constraint.isConstraintType(ConstraintType.UNIQUENESS)
                        || constraint.isConstraintType(ConstraintType.NODE_KEY))
                .map(constraint -> StreamSupport.stream(constraint.getPropertyKeys().spliterator(), false).toList())
                .filter(keys -> keys.size() == 1).forEach(properties::addAll);
        return properties;
    }
}
