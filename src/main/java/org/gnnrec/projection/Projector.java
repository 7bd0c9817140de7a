package org.gnnrec.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NodeTable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Projects users, items and their interactions to dense ids and CSR, as one transaction sees them. Time
 * O(n log n + m log n) for n nodes and m relationships; peak about 24 bytes a node, its id value beside, and 16 a
 * relationship.
 */
public final class Projector {
    /** What gnnrec writes itself is never taken unless it is named. */
    private static final Set<String> OWN_TYPES = Set.of("RECOMMENDED", "_PART");

    private final Transaction tx;
    private final ProjectionConfig config;
    private final Runnable cancellation;

    public Projector(Transaction tx, ProjectionConfig config, Runnable cancellation) {
        this.tx = tx;
        this.config = config;
        this.cancellation = cancellation;
    }

    /** Reads from the store. */
    public Projection load() {
        return load(new StoreRelationships(tx, cancellation));
    }

    /** Reads the nodes from the store and the relationships from this source. */
    public Projection load(RelationshipSource source) {
        requireLabels();
        NodeTable users = new NodeReader(tx, cancellation).read(config.userLabel(), config.itemLabel(),
                config.userIdProperty(), source.nodes());
        NodeTable items = new NodeReader(tx, cancellation).read(config.itemLabel(), config.userLabel(),
                config.itemIdProperty(), source.nodes());
        InteractionCollector interactions = new InteractionCollector(users, items);
        List<String> taken = collect(source, interactions);
        if (interactions.accepted() == 0) {
            throw new IllegalArgumentException("there are no relationships between " + config.userLabel() + " and "
                    + config.itemLabel() + " nodes" + ofTypes() + ". " + schema());
        }
        return new Projection(users, items, interactions.build(), validation(source, users, items), taken,
                interactions.accepted());
    }

    private List<String> collect(RelationshipSource source, InteractionCollector interactions) {
        requireTypes(source.types());
        List<String> named = config.relationshipTypes();
        List<String> candidates = named.isEmpty() ? otherTypes(source.types()) : named;
        List<String> taken = new ArrayList<>();
        for (String type : candidates) {
            if (source.collect(type, interactions) > 0 || !named.isEmpty()) {
                taken.add(type);
            }
        }
        return List.copyOf(taken);
    }

    private List<String> otherTypes(List<String> types) {
        Set<String> apart = new HashSet<>(OWN_TYPES);
        apart.addAll(config.validationRelationshipTypes());
        apart.addAll(config.testRelationshipTypes());
        return types.stream().filter(type -> !apart.contains(type)).toList();
    }

    private CsrGraph validation(RelationshipSource source, NodeTable users, NodeTable items) {
        if (config.validationRelationshipTypes().isEmpty()) {
            return null;
        }
        InteractionCollector collector = new InteractionCollector(users, items);
        config.validationRelationshipTypes().forEach(type -> source.collect(type, collector));
        if (collector.accepted() == 0) {
            throw new IllegalArgumentException("there are no relationships between " + config.userLabel() + " and "
                    + config.itemLabel() + " nodes of the types " + config.validationRelationshipTypes()
                    + " to hold out");
        }
        return collector.build();
    }

    private void requireLabels() {
        List<String> labels = names(tx.getAllLabelsInUse(), Label::name);
        for (String label : List.of(config.userLabel(), config.itemLabel())) {
            if (!labels.contains(label)) {
                String key = label.equals(config.userLabel()) ? "userLabel" : "itemLabel";
                throw new IllegalArgumentException(key + ": there is no node labeled '" + label + "'. " + schema());
            }
        }
    }

    private void requireTypes(List<String> types) {
        List<String> named = new ArrayList<>(config.relationshipTypes());
        named.addAll(config.validationRelationshipTypes());
        named.addAll(config.testRelationshipTypes());
        for (String type : named) {
            if (!types.contains(type)) {
                throw new IllegalArgumentException("there is no relationship of type '" + type + "'. " + schema());
            }
        }
    }

    private String ofTypes() {
        return config.relationshipTypes().isEmpty() ? "" : " of the types " + config.relationshipTypes();
    }

    private String schema() {
        return "Labels in this database: " + names(tx.getAllLabelsInUse(), Label::name) + "; relationship types: "
                + names(tx.getAllRelationshipTypesInUse(), RelationshipType::name)
                + ". Name yours: CALL gnnrec.train({userLabel: '...', itemLabel: '...', relationshipTypes: ['...'], "
                + "userIdProperty: '...', itemIdProperty: '...'})";
    }

    private static <T> List<String> names(Iterable<T> tokens, java.util.function.Function<T, String> name) {
        return StreamSupport.stream(tokens.spliterator(), false).map(name)
                .filter(text -> !text.startsWith("_GnnRec") && !OWN_TYPES.contains(text)).sorted().toList();
    }
}
