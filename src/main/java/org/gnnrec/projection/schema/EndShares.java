package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * Estimates which share of a type's relationships that leave a label reach which labels. Looks at the first few
 * relationships of each sampled node, weighted up to its degree, until it has seen {@value #ENOUGH}.
 */
final class EndShares {
    private static final int PER_NODE = 10;
    private static final int ENOUGH = 20_000;

    private final RelationshipType type;
    private final Map<String, Double> weights = new HashMap<>();
    private double total;
    private int read;

    private EndShares(RelationshipType type) {
        this.type = type;
    }

    static EndShares of(NodeSample starts, RelationshipType type) {
        EndShares shares = new EndShares(type);
        starts.forEach(shares::add);
        return shares;
    }

    private void add(Node start) {
        if (read >= ENOUGH) {
            return;
        }
        List<Relationship> few = Neighbors.first(start, type, Direction.OUTGOING, PER_NODE);
        if (few.isEmpty()) {
            return;
        }
        read += few.size();
        double weight = (double) start.getDegree(type, Direction.OUTGOING) / few.size();
        for (Relationship relationship : few) {
            for (Label end : relationship.getEndNode().getLabels()) {
                weights.merge(end.name(), weight, Double::sum);
            }
            total += weight;
        }
    }

    /** The share in [0, 1], or {@code otherwise} if the sample has no such relationship at all. */
    double of(String end, double otherwise) {
        return total == 0 ? otherwise : weights.getOrDefault(end, 0.0) / total;
    }
}
