package org.gnnrec.projection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.projection.schema.SchemaAdvice;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.OwnNames;
import org.gnnrec.store.OwnTypes;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Projects users, items and their interactions to dense ids and CSR, as one transaction sees them. O(n log n + m log n)
 * for n nodes and m relationships. The peak is about 24 bytes a node plus its id value, and 16 a relationship.
 */
public final class Projector {
    private final Transaction tx;
    private final ProjectionConfig config;
    private final Cancellation cancellation;
    private final HeapClaim heap;

    /** @param heap claims what the projection holds while it grows */
    public Projector(Transaction tx, ProjectionConfig config, Cancellation cancellation, HeapClaim heap) {
        this.tx = tx;
        this.config = config;
        this.cancellation = cancellation;
        this.heap = heap;
    }

    /** Reads from the store. */
    public Projection load() {
        return load(new StoreRelationships(tx, config.weighting(), cancellation));
    }

    /** Reads the nodes from the store and the relationships from this source. */
    public Projection load(RelationshipSource source) {
        requireLabels(config.users(), "userLabel");
        requireLabels(config.items(), "itemLabel");
        source.types().ifPresent(types -> requireTypes(types::contains, types));
        NodeTable users = read(config.users(), config.items(), source);
        NodeTable items = read(config.items(), config.users(), source);
        InteractionCollector training = collector(users, items, source);
        InteractionCollector validation = collector(users, items, source);
        InteractionCollectors collectors = new InteractionCollectors(config, training, validation,
                ownTypes(), heap);
        source.read(collectors);
        requireTypes(type -> collectors.hasRead(type) || source.types().isPresent(), List.of());
        return projection(users, items, training, validation, collectors);
    }

    /** The names of patterns are the caller's own. */
    private Set<String> ownTypes() {
        return config.source().isPatterns() ? Set.of() : OwnTypes.in(tx);
    }

    private NodeTable read(NodeKind kind, NodeKind other, RelationshipSource source) {
        return new NodeReader(tx, cancellation, heap).read(kind, other, source.nodes());
    }

    private InteractionCollector collector(NodeTable users, NodeTable items, RelationshipSource source) {
        return new InteractionCollector(users, items, source.isWeighted(), config.weighting().decays(), heap);
    }

    private Projection projection(NodeTable users, NodeTable items, InteractionCollector training,
            InteractionCollector validation, InteractionCollectors collectors) {
        requireSome(training, config.relationshipTypes(), this::wayOut);
        requireWeights(training);
        requireTimes(training);
        Decay decay = training.decay(config.weighting().halfLifeDays());
        CsrGraph interactions = training.build(decay);
        return new Projection(users, items, interactions, validation(validation, decay), training.buildDislikes(),
                decay, collectors.trainingTypes(), training.accepted());
    }

    private CsrGraph validation(InteractionCollector collector, Decay decay) {
        if (config.validationRelationshipTypes().isEmpty()) {
            return null;
        }
        requireSome(collector, config.validationRelationshipTypes(), () -> " to hold out");
        return collector.build(decay);
    }

    /** Names the true cause: there are no relationships at all, or every one of them is a dislike. */
    private void requireSome(InteractionCollector collector, List<String> types, Supplier<String> end) {
        String which = "relationships between " + config.users().name() + " and " + config.items().name() + " nodes"
                + ofTypes(types) + where();
        if (collector.accepted() == 0) {
            throw new IllegalArgumentException("there are no " + which + end.get());
        }
        if (collector.hasOnlyDislikes()) {
            throw new IllegalArgumentException("all " + collector.accepted() + " " + which
                    + " are dislikes, because they weigh zero or less. There must be some of more than zero: correct "
                    + "the weights (relationshipWeights, relationshipWeightProperty, the column 'weight' of query), or name other types");
        }
    }

    private void requireWeights(InteractionCollector training) {
        String property = config.weighting().weightProperty();
        if (property != null && !config.source().isQuery() && training.weights() == 0) {
            throw missing("relationshipWeightProperty", property, "weight");
        }
    }

    private void requireTimes(InteractionCollector training) {
        if (!training.lacksTimes()) {
            return;
        }
        throw config.source().isQuery()
                ? new IllegalArgumentException("halfLife: 'timestamp' is null in each row of query. Return the time of "
                        + "an interaction in it, or leave halfLife out")
                : missing("timestampProperty", config.weighting().timestampProperty(), "time");
    }

    private IllegalArgumentException missing(String key, String property, String what) {
        List<String> known = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false).toList();
        return new IllegalArgumentException(key + ": no relationship of training has a property '" + property + "'"
                + where() + Suggestion.of(property, known) + ". Name the one that holds the " + what);
    }

    private void requireLabels(NodeKind kind, String key) {
        for (String label : kind.labels()) {
            if (OwnNames.contains(label) || !hasNodes(label)) {
                throw new IllegalArgumentException(key + ": there is no node labeled '" + label + "'. " + schema());
            }
        }
    }

    /** False for a label that only an index names, though Neo4j counts it as in use. */
    private boolean hasNodes(String label) {
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            return nodes.hasNext();
        }
    }

    private void requireTypes(Predicate<String> exists, List<String> types) {
        for (String type : config.namedTypes()) {
            if (!exists.test(type)) {
                throw new IllegalArgumentException(config.source().isPatterns()
                        ? "interactions has no definition named '" + type + "', but " + Shown.names(types)
                        : "there is no relationship of type '" + type + "'" + where() + ". "
                                + (config.source().graphName() == null ? schema() : "It has " + Shown.names(types)));
            }
        }
    }

    private String wayOut() {
        return ". " + (config.source().isQuery() ? "Run it by itself to see them" : schema());
    }

    /** The place where the relationships were looked for, if it is not the store. */
    private String where() {
        GraphSource source = config.source();
        return source.isQuery()
                ? " in the rows of query"
                : source.graphName() == null ? "" : " in GDS graph " + Shown.of(source.graphName());
    }

    private static String ofTypes(List<String> types) {
        return types.isEmpty() ? "" : " of the types " + Shown.names(types);
    }

    private String schema() {
        return SchemaAdvice.of(tx, cancellation);
    }
}
