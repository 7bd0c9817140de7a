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
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.neo4j.graphdb.Transaction;

/**
 * Reads properties of nodes as features, in the transaction that found the nodes. A node that another transaction
 * deletes meanwhile has no values. Learning takes one pass over the store, and the rows take a second one: no column is
 * known before the last node was seen, and keeping all values until then would take more than reading them again. What
 * changes between the passes is encoded as a value of a later day.
 */
public final class FeatureReader {
    private static final int CHECK_EVERY = 1_000;

    private final Transaction tx;
    private final Cancellation cancellation;
    private final HeapClaim heap;

    /** @param heap claims what the features hold while they grow */
    public FeatureReader(Transaction tx, Cancellation cancellation, HeapClaim heap) {
        this.tx = tx;
        this.cancellation = cancellation;
        this.heap = heap;
    }

    /**
     * Learns both sides and computes their rows. O(values). Holds the matrices and, while it learns a side, its
     * distinct texts.
     *
     * @throws IllegalArgumentException if no node has one of the properties, or a value is no feature or differs from
     *         the rest
     */
    public GraphFeatures read(FeatureNames properties, NodeTable users, NodeTable items) {
        FeatureSchema ofUsers = learn(users, properties.ofUsers());
        FeatureSchema ofItems = learn(items, properties.ofItems());
        properties.users().forEach(property -> require(property, "user", ofUsers));
        properties.items().forEach(property -> require(property, "item", ofItems));
        properties.anywhere().forEach(property -> require(property, "user and no item", ofUsers, ofItems));
        return new GraphFeatures(new NodeFeatures(ofUsers, encode(users, ofUsers)),
                new NodeFeatures(ofItems, encode(items, ofItems)));
    }

    /** The rows of both sides, by schemas that were learned before. O(values). */
    public GraphFeatures read(FeatureSchemas schemas, NodeTable users, NodeTable items) {
        return new GraphFeatures(new NodeFeatures(schemas.users(), encode(users, schemas.users())),
                new NodeFeatures(schemas.items(), encode(items, schemas.items())));
    }

    /** The rows of these nodes, by a schema that was learned before. O(values). */
    public FeatureMatrix encode(NodeTable nodes, FeatureSchema schema) {
        FeatureMatrixBuilder rows = new FeatureMatrixBuilder(nodes.size(), schema.columnCount(), heap);
        forEach(nodes, schema.properties(), (id, values) -> schema.encode(id, values, rows));
        return rows.build();
    }

    private FeatureSchema learn(NodeTable nodes, List<String> properties) {
        FeatureLearner learner = new FeatureLearner(properties, heap);
        forEach(nodes, properties, learner::add);
        return learner.learn();
    }

    /** What to do with the id and the values of each node. */
    private interface Visitor {
        void visit(Object id, Map<String, Object> values);
    }

    private void forEach(NodeTable nodes, List<String> properties, Visitor visitor) {
        String[] keys = NodeProperties.keys(properties);
        for (int index = 0; index < nodes.size() && keys.length > 0; index++) {
            if (index % CHECK_EVERY == 0) {
                cancellation.check();
            }
            visitor.visit(nodes.value(index), NodeProperties.of(NodeIds.find(tx, nodes.nodes().nodeId(index)), keys));
        }
    }

    private void require(String property, String side, FeatureSchema... schemas) {
        if (List.of(schemas).stream().noneMatch(schema -> schema.properties().contains(property))) {
            List<String> others = StreamSupport.stream(tx.getAllPropertyKeys().spliterator(), false).toList();
            throw new IllegalArgumentException("featureProperties: no " + side + " has a value under '" + property + "'"
                    + Suggestion.of(property, others) + ". Name a property that some have, or leave it out");
        }
    }
}
