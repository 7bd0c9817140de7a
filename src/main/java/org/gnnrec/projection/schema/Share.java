package org.gnnrec.projection.schema;

import java.util.function.ToLongFunction;
import org.neo4j.graphdb.Node;

/** Which share of something a sample of nodes has, by the sums over the nodes of a part and of the whole. */
final class Share {
    private long part;
    private long whole;

    private Share() {}

    static Share of(NodeSample nodes, ToLongFunction<Node> part, ToLongFunction<Node> whole) {
        Share share = new Share();
        nodes.forEach(node -> {
            long ofWhole = whole.applyAsLong(node);
            share.part += ofWhole == 0 ? 0 : part.applyAsLong(node);
            share.whole += ofWhole;
        });
        return share;
    }

    /** The part of this number. Exact if the number is the sum of the whole over all nodes. */
    long of(long number) {
        return whole == 0 ? 0 : Math.round(number * ((double) part / whole));
    }
}
