package org.gnnrec.projection.schema;

import java.util.List;
import java.util.stream.LongStream;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * Reads how many ways lead from a node to others. Where a degree in the store does not tell, the first {@value #FEW}
 * relationships of a node tell which share of them counts and where they lead.
 */
final class DegreeReader {
    private static final int FEW = 50;
    private static final int NODES = 2000;
    private static final int ENOUGH = 20_000;

    private final List<Path> ways;
    private boolean isSampled;
    private int walked;

    DegreeReader(List<Path> ways) {
        this.ways = ways;
    }

    /**
     * The degrees of at most {@value #NODES} of these nodes, and of no more once {@value #ENOUGH} middles of two steps
     * were walked through.
     */
    static Degrees read(NodeSample nodes, List<Path> ways) {
        DegreeReader reader = new DegreeReader(ways);
        NodeSample sample = nodes.part(NODES);
        LongStream.Builder degrees = LongStream.builder();
        sample.forEach(node -> reader.add(node, degrees));
        return Degrees.of(degrees.build().toArray(), reader.isSampled || !sample.isWhole());
    }

    private void add(Node node, LongStream.Builder degrees) {
        if (walked < ENOUGH) {
            degrees.add(degree(node));
        } else {
            isSampled = true;
        }
    }

    /** How many ways lead from this node to others, as far as a sample shows. */
    long degree(Node node) {
        return ways.stream().mapToLong(way -> degree(node, way, 0)).sum();
    }

    /** True if a degree was estimated. */
    boolean isSampled() {
        return isSampled;
    }

    private long degree(Node node, Path way, int index) {
        Step step = way.steps().get(index);
        int all = node.getDegree(step.type(), step.direction());
        if (all == 0 || (way.isLast(index) && way.takesAll(index))) {
            return all;
        }
        List<Relationship> few = Neighbors.first(node, step.type(), step.direction(), FEW);
        isSampled |= few.size() < all;
        long taken = few.stream().mapToLong(relationship -> degree(node, relationship, way, index)).sum();
        return few.isEmpty() ? 0 : Math.round((double) all * taken / few.size());
    }

    private long degree(Node node, Relationship relationship, Path way, int index) {
        Node end = relationship.getOtherNode(node);
        if (!way.takes(index, relationship, end)) {
            return 0;
        }
        if (way.isLast(index)) {
            return 1;
        }
        walked++;
        return degree(end, way, index + 1);
    }
}
