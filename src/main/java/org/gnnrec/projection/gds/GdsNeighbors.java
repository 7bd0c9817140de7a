package org.gnnrec.projection.gds;

import java.util.Arrays;
import java.util.Optional;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.Graph;
import org.neo4j.gds.api.GraphStore;

/**
 * The relationships of one type, node by node, with their weights and times. GDS keeps the values of each property in
 * the order of the targets, and reads one property at a time. An undirected relationship belongs to only one of its
 * ends.
 */
final class GdsNeighbors {
    private final Object targets;
    private final Object weights;
    private final Object times;
    private final Weighting weighting;
    private final boolean undirected;
    private final Column targetIds = new Column();
    private final Column targetWeights = new Column();
    private final Column targetTimes = new Column();

    private GdsNeighbors(Object targets, Object weights, Object times, Weighting weighting) {
        this.targets = targets;
        this.weights = weights;
        this.times = times;
        this.weighting = weighting;
        this.undirected = ((Graph) targets).schema().isUndirected();
    }

    /** The relationships of a type in a graph store. A property that the type does not have counts as missing. */
    static GdsNeighbors of(Object graphStore, String type, Weighting weighting) {
        return new GdsNeighbors(graph(graphStore, type, null), graph(graphStore, type, weighting.weightProperty()),
                graph(graphStore, type, weighting.timestampProperty()), weighting);
    }

    private static Object graph(Object graphStore, String type, String property) {
        GraphStore store = (GraphStore) graphStore;
        RelationshipType relationshipType = RelationshipType.of(type);
        if (property == null) {
            return store.getGraph(relationshipType);
        }
        return store.hasRelationshipProperty(relationshipType, property)
                ? store.getGraph(relationshipType, Optional.of(property))
                : null;
    }

    long nodeCount() {
        return ((Graph) targets).nodeCount();
    }

    /** Neo4j's id of a node of GDS. */
    long originalId(long node) {
        return ((Graph) targets).toOriginalNodeId(node);
    }

    /** Reads the relationships of this node. */
    void read(long node) {
        targetIds.clear();
        ((Graph) targets).forEachRelationship(node, (from, to) -> targetIds.add(isOwn(from, to), (double) to));
        read(weights, node, targetWeights);
        read(times, node, targetTimes);
    }

    private void read(Object graph, long node, Column column) {
        column.clear();
        if (graph != null) {
            ((Graph) graph).forEachRelationship(node, Double.NaN,
                    (from, to, value) -> column.add(isOwn(from, to), value));
        }
    }

    private boolean isOwn(long from, long to) {
        return !undirected || from <= to;
    }

    int size() {
        return targetIds.size;
    }

    long target(int n) {
        return (long) targetIds.values[n];
    }

    /** The weight, NaN if it is missing. */
    double weight(int n) {
        double weight = weights == null ? Double.NaN : targetWeights.values[n];
        return Double.isNaN(weight) ? weight : RelationshipNumbers.requireWeight(weight, weighting.weightProperty());
    }

    /** The time in seconds since 1970, NaN if it is missing. */
    double seconds(int n) {
        double time = times == null ? Double.NaN : targetTimes.values[n];
        return Double.isNaN(time) ? time : EpochSeconds.of(time, weighting.timestampProperty());
    }

    /** One number for each relationship of a node. Ids of GDS are far below 2^53, so doubles hold them. */
    private static final class Column {
        private double[] values = new double[16];
        private int size;

        void clear() {
            size = 0;
        }

        /** Always true, because GDS asks whether to go on. */
        boolean add(boolean taken, double value) {
            if (taken) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size++] = value;
            }
            return true;
        }
    }
}
