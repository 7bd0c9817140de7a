package org.gnnrec.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gnnrec.config.Suggestion;
import org.gnnrec.feature.FeatureLearner;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.feature.NodeFeatures;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.NodeValues;
import org.gnnrec.store.ExpressionQuery;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads features of nodes: properties in the transaction that found the nodes, expressions in transactions of their own.
 * A node that another transaction deletes meanwhile has no values. Learning takes one pass over the store, and the rows
 * take a second one: no column is known before the last node was seen, and keeping all properties until then would take
 * more than reading them again. What changes between the passes is encoded as a value of a later day. Expressions take
 * longer to evaluate, so they are evaluated once and what they gave is kept.
 */
public final class FeatureReader {
    private static final int CHECK_EVERY = 1_000;

    private final Transaction tx;
    private final Cancellation cancellation;
    private final HeapClaim heap;
    private final ExpressionReader expressions;

    /**
     * @param inner evaluates expressions and ends the reading
     * @param heap claims what the features hold while they grow
     * @param concurrency threads that evaluate expressions
     */
    public FeatureReader(Transaction tx, InnerTransactions inner, HeapClaim heap, int concurrency) {
        this.tx = tx;
        this.cancellation = inner.cancellation();
        this.heap = heap;
        this.expressions = new ExpressionReader(inner, heap, concurrency);
    }

    /**
     * Learns both sides and computes their rows. O(values). Holds the matrices, what expressions gave and, while it
     * learns a side, its distinct texts.
     *
     * @throws IllegalArgumentException if no node has one of the values, or a value is no feature or differs from the
     *         rest
     */
    public GraphFeatures read(FeatureNames names, NodeTable users, NodeTable items) {
        Side ofUsers = side(users, names.ofUsers());
        Side ofItems = side(items, names.ofItems());
        FeatureSchema userSchema = learn(ofUsers);
        FeatureSchema itemSchema = learn(ofItems);
        names.users().names().forEach(name -> require(name, names.users(), "user", userSchema));
        names.items().names().forEach(name -> require(name, names.items(), "item", itemSchema));
        names.anywhere().forEach(name -> require(name, NodeValues.NONE, "user and no item", userSchema, itemSchema));
        return new GraphFeatures(features(ofUsers, userSchema), features(ofItems, itemSchema));
    }

    /** The rows of both sides, by schemas that were learned before. O(values). */
    public GraphFeatures read(FeatureSchemas schemas, NodeTable users, NodeTable items) {
        return new GraphFeatures(features(side(users, schemas.users().values()), schemas.users()),
                features(side(items, schemas.items().values()), schemas.items()));
    }

    /** The rows of these nodes, by a schema that was learned before. O(values). */
    public FeatureMatrix encode(NodeTable nodes, FeatureSchema schema) {
        return features(side(nodes, schema.values()), schema).matrix();
    }

    /** The nodes of one side, and what expressions gave for them. */
    private record Side(NodeTable nodes, NodeValues wanted, ExpressionValues given) {}

    private Side side(NodeTable nodes, NodeValues wanted) {
        return new Side(nodes, wanted, expressions.read(nodes, wanted));
    }

    private NodeFeatures features(Side side, FeatureSchema schema) {
        FeatureMatrixBuilder rows = new FeatureMatrixBuilder(side.nodes().size(), schema.columnCount(), heap);
        forEach(side, (id, values) -> schema.encode(id, values, rows));
        return new NodeFeatures(schema, rows.build());
    }

    private FeatureSchema learn(Side side) {
        FeatureLearner learner = new FeatureLearner(side.wanted().names(), heap);
        forEach(side, learner::add);
        return learner.learn().withExpressions(side.wanted().expressions());
    }

    /** What to do with the id and the values of each node. */
    private interface Visitor {
        void visit(Object id, Map<String, Object> values);
    }

    private void forEach(Side side, Visitor visitor) {
        NodeTable nodes = side.nodes();
        String[] keys = NodeProperties.keys(side.wanted().properties());
        for (int index = 0; index < nodes.size() && !side.wanted().isEmpty(); index++) {
            if (index % CHECK_EVERY == 0) {
                cancellation.check();
            }
            Node node = keys.length == 0 ? null : NodeIds.find(tx, nodes.nodes().nodeId(index));
            visitor.visit(nodes.value(index), side.given().with(NodeProperties.of(node, keys), index));
        }
    }

    private void require(String name, NodeValues values, String side, FeatureSchema... schemas) {
        boolean isThere = List.of(schemas).stream().anyMatch(schema -> schema.properties().contains(name));
        if (!isThere) {
            throw values.expressions().containsKey(name)
                    ? ExpressionQuery.ofFeatures(values).nothingGiven(tx, name, "no " + side)
                    : noProperty(name, side);
        }
    }

    private IllegalArgumentException noProperty(String name, String side) {
        List<String> others = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false).toList();
        return new IllegalArgumentException("featureProperties: no " + side + " has a value under '" + name + "'"
                + Suggestion.of(name, others) + ". Name a property that some have, or leave it out");
    }
}
