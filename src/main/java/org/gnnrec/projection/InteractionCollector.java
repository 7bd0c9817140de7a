package org.gnnrec.projection;

import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.source.Decay;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;

/**
 * Turns pairs of node ids into user-item edges. The direction does not matter, and other pairs are left out. Pairs that
 * weigh zero or less are dislikes, which are kept apart. Without weights duplicates merge; with weights they add up.
 */
public final class InteractionCollector {
    /** The answer for two nodes that are no pair of a user and an item. */
    public static final long NONE = -1;
    private static final int CLAIMED_AT_ONCE = 1 << 14;
    /** Bytes of an edge while the graph is built, by what is kept of it: neither, its weight, or its time as well. */
    private static final int PLAIN_BYTES = 12;
    private static final int WEIGHTED_BYTES = 20;
    private static final int TIMED_BYTES = 24 + WEIGHTED_BYTES;

    private final NodeTable users;
    private final NodeTable items;
    private final CsrBuilder edges;
    private final CsrBuilder dislikes;
    /** Holds the edges if weights decay, else null: how old an edge is becomes known when all are read. */
    private final TimedEdges timed;
    private final HeapClaim heap;
    private final int bytesPerEdge;
    private long accepted;
    private long dislikeCount;
    private long weights;

    /**
     * @param decays whether the weight of a pair depends on its time
     * @param heap claims what the edges hold
     */
    public InteractionCollector(NodeTable users, NodeTable items, boolean weighted, boolean decays, HeapClaim heap) {
        this.users = users;
        this.items = items;
        this.edges = new CsrBuilder(users.size(), items.size(), weighted);
        this.dislikes = new CsrBuilder(users.size(), items.size());
        this.timed = decays ? new TimedEdges() : null;
        this.heap = heap;
        this.bytesPerEdge = decays ? TIMED_BYTES : weighted ? WEIGHTED_BYTES : PLAIN_BYTES;
    }

    /** The pair of these nodes if one is a user and the other an item, else {@link #NONE}. O(log n). */
    public long pair(long source, long target) {
        long pair = directedPair(source, target);
        return pair == NONE ? directedPair(target, source) : pair;
    }

    private long directedPair(long userNode, long itemNode) {
        int user = users.nodes().indexOf(userNode);
        int item = user < 0 ? -1 : items.nodes().indexOf(itemNode);
        return item < 0 ? NONE : pairOf(user, item);
    }

    NodeTable users() {
        return users;
    }

    NodeTable items() {
        return items;
    }

    /** The id value of the user of a pair. */
    public Object userId(long pair) {
        return users.value((int) (pair >>> 32));
    }

    /** The pair of dense indices. */
    static long pairOf(int user, int item) {
        return ((long) user << 32) | item;
    }

    /**
     * Adds a pair. A node that is user and item has no interaction with itself.
     *
     * @param typeWeight the weight of its type
     * @param weight its own weight, NaN if it has none
     * @param seconds since 1970, NaN if the time is not known
     */
    public void add(long pair, double typeWeight, double weight, double seconds) {
        int user = (int) (pair >>> 32);
        int item = (int) pair;
        if (users.nodes().nodeId(user) == items.nodes().nodeId(item)) {
            return;
        }
        double product = Weighting.product(typeWeight, weight);
        if (accepted++ % CLAIMED_AT_ONCE == 0) {
            heap.grow((long) bytesPerEdge * CLAIMED_AT_ONCE);
        }
        weights += Double.isNaN(weight) ? 0 : 1;
        if (product <= 0) {
            dislikeCount++;
            dislikes.add(user, item);
        } else if (timed == null) {
            edges.add(user, item, (float) product);
        } else {
            timed.add(user, item, product, seconds);
        }
    }

    /** How many pairs were added, with duplicates and dislikes. */
    public long accepted() {
        return accepted;
    }

    /** True if all added pairs are dislikes. */
    boolean hasOnlyDislikes() {
        return dislikeCount == accepted;
    }

    /** True if decay needs times and no interaction has one. */
    boolean lacksTimes() {
        return timed != null && !timed.hasTimes();
    }

    /** How many of the added pairs had a weight of their own. */
    long weights() {
        return weights;
    }

    /** How the weights decay, by the times that were seen: nothing does where it {@link #lacksTimes}. */
    public Decay decay(double halfLifeDays) {
        return timed == null || lacksTimes() ? Decay.NONE : timed.decay(halfLifeDays);
    }

    /** The interactions, users x items. Call it once. */
    public CsrGraph build(Decay decay) {
        if (timed != null) {
            timed.drainTo(edges, decay);
        }
        return edges.build();
    }

    /** The dislikes, users x items. Call it once. */
    public CsrGraph buildDislikes() {
        return dislikes.build();
    }
}
