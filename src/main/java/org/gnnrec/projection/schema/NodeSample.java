package org.gnnrec.projection.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * All nodes of a label or, of more than {@value #LIMIT}, one of every two, three, ... that follow each other in the
 * store. A fixed seed draws them: 5,000 to 10,000, always the same. Every beginning of their order is spread over the
 * whole label. O(n) for n nodes of the label, from the label index alone: about 0.1 seconds a million.
 */
record NodeSample(String label, List<Node> nodes, boolean isWhole, Cancellation cancellation) {

    private static final int LIMIT = 10_000;
    private static final long SEED = 42;
    private static final int CHECK_EVERY = 10_000;
    private static final int CHECK_READS_EVERY = 500;

    /** {@code count} is the number of nodes of the label. */
    static NodeSample of(Transaction tx, String label, long count, Cancellation cancellation) {
        long step = Math.max(1, (count + LIMIT - 1) / LIMIT);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Node> taken = new ArrayList<>();
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            long next = random.nextLong(step);
            for (long seen = 0; nodes.hasNext(); seen++) {
                Node node = nodes.next();
                if (seen == next) {
                    taken.add(node);
                    next = taken.size() * step + random.nextLong(step);
                }
                if (seen % CHECK_EVERY == 0) {
                    cancellation.check();
                }
            }
        }
        return new NodeSample(label, spread(taken), step == 1, cancellation);
    }

    /** Takes steps of the golden section: of the next number that has no divisor in common with the size. */
    private static List<Node> spread(List<Node> nodes) {
        int size = nodes.size();
        long step = Math.round(size * 0.618034);
        while (BigInteger.valueOf(step).gcd(BigInteger.valueOf(size)).intValue() > 1) {
            step++;
        }
        long by = step;
        return IntStream.range(0, size).mapToObj(i -> nodes.get((int) (i * by % size))).toList();
    }

    /** At most this many of the nodes, spread over the whole label too. */
    NodeSample part(int most) {
        return most >= nodes.size() ? this : new NodeSample(label, nodes.subList(0, most), false, cancellation);
    }

    /** Hands each node to the reader, except nodes that another transaction deletes meanwhile. */
    void forEach(Consumer<Node> reader) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i % CHECK_READS_EVERY == 0) {
                cancellation.check();
            }
            try {
                reader.accept(nodes.get(i));
            } catch (NotFoundException e) {
                // Deleted meanwhile.
            }
        }
    }
}
