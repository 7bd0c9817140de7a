package org.gnnrec.projection.gds;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.gds.NodeLabel;
import org.neo4j.gds.api.GraphStore;
import org.neo4j.gds.api.IdMap;
import org.neo4j.gds.api.properties.nodes.NodePropertyValuesAdapter;
import org.neo4j.gds.collections.ha.HugeObjectArray;

/**
 * A property of vectors that a GDS graph does not have yet. The values are handed over in GDS's own array, because a
 * class that implements an interface of GDS could not be loaded without its jar.
 */
public final class GdsNodeProperty {
    private static final int CHECK_EVERY = 10_000;

    private final Object graphStore;
    private final String property;

    private GdsNodeProperty(Object graphStore, String property) {
        this.graphStore = graphStore;
        this.property = property;
    }

    /** How many nodes have a vector now, and how many other nodes have a label that got the property. */
    public record Written(long nodes, long nodesWithout) {}

    /** Fails if there is no such graph, if it is not of this database or if it has such a property. */
    static GdsNodeProperty open(String user, String database, String graphName, String property) {
        GraphStore graphStore = (GraphStore) GdsCatalog.graphStore(user, database, graphName);
        if (graphStore.hasNodeProperty(property)) {
            throw new IllegalArgumentException("GDS graph '" + graphName + "' already has a node property '" + property
                    + "'. Drop it (CALL gds.graph.nodeProperties.drop('" + graphName + "', ['" + property
                    + "'])), or name another by mutateProperty");
        }
        return new GdsNodeProperty(graphStore, property);
    }

    /**
     * Gives every node its vector. The labels of nodes with a vector get the property. The other nodes of these labels
     * get null, as after a projection of a property that some nodes lack. Nothing changes if no node has a vector.
     * Keeps the vectors.
     *
     * @param vectors by Neo4j's node id; null for a node without a vector
     * @param cancellation asked between nodes; throws to stop
     */
    public Written write(LongFunction<float[]> vectors, Cancellation cancellation) {
        IdMap nodes = ((GraphStore) graphStore).nodes();
        HugeObjectArray<float[]> values = HugeObjectArray.newArray(float[].class, nodes.nodeCount());
        Set<NodeLabel> labels = new HashSet<>();
        long written = 0;
        for (long node = 0; node < nodes.nodeCount(); node++) {
            float[] vector = vectors.apply(nodes.toOriginalNodeId(node));
            if (vector != null) {
                values.set(node, vector);
                labels.addAll(nodes.nodeLabels(node));
                written++;
            }
            if (node % CHECK_EVERY == 0) {
                cancellation.check();
            }
        }
        if (written > 0) {
            ((GraphStore) graphStore).addNodeProperty(labels, property, NodePropertyValuesAdapter.adapt(values));
        }
        return new Written(written, carriers(nodes, labels) - written);
    }

    private static long carriers(Object idMap, Set<?> labels) {
        IdMap nodes = (IdMap) idMap;
        long carriers = 0;
        for (long node = 0; node < nodes.nodeCount(); node++) {
            carriers += Collections.disjoint(nodes.nodeLabels(node), labels) ? 0 : 1;
        }
        return carriers;
    }
}
