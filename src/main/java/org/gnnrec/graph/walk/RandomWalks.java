package org.gnnrec.graph.walk;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;

/**
 * Importance neighborhoods (Ying et al., "Graph Convolutional Neural Networks for Web-Scale Recommender Systems", KDD
 * 2018, section 3.1): the items that short random walks from an item visit most often, with their share of the visits.
 *
 * <p>The paper does not define how walks end. Here each item starts {@value #LEAST_WALKS} walks, or
 * {@value #WALKS_PER_NEIGHBOR} for each neighbor wanted if these are more. A walk has {@value #STEPS} steps. Each step
 * goes to one of the item's users and on to one of that user's items, by the weights of the relationships. The share of
 * an item is that of {@code P + P^2}, where P is the probability of a step.
 */
public final class RandomWalks {
    private static final int STEPS = 2;
    private static final int LEAST_WALKS = 400;
    private static final int WALKS_PER_NEIGHBOR = 8;
    /** Walks from one check of the cancellation to the next, some 50 ms. */
    private static final int CHUNK = 200_000;

    private final BipartiteGraph graph;
    private final int most;
    private final int walks;
    private final long seed;
    private final EdgeDraw usersOfItems;
    private final EdgeDraw itemsOfUsers;
    private final Workers workers;

    /**
     * @param most how many neighbors an item may have
     * @param seed gives the same bits on any number of threads
     */
    public RandomWalks(BipartiteGraph graph, int most, long seed, Workers workers) {
        this.most = most;
        this.walks = Math.max(LEAST_WALKS, WALKS_PER_NEIGHBOR * most);
        this.seed = seed;
        this.graph = graph;
        this.usersOfItems = new EdgeDraw(graph.itemUsers());
        this.itemsOfUsers = new EdgeDraw(graph.userItems());
        this.workers = workers;
    }

    /**
     * The importance neighborhoods, items x items. The row of an item has the {@code most} other items with the most
     * visits. Each weighs its share of the visits to these, so a row adds up to one. An item that shares no user with
     * another has none. O(items * walks); 8 bytes a neighbor, twice that while they are found.
     *
     * @throws IllegalArgumentException if the neighbors of all items do not fit one array
     */
    public CsrGraph neighborhoods() {
        return ranks(0, most);
    }

    /**
     * The items that the walks visit next often, in the form of {@link #neighborhoods}: the ranks T to 3 T, where T is
     * {@code most}. The paper's hard negatives have the ranks 2000 to 5000 of two billion items. A small catalog has no
     * such ranks, so the band begins where the neighbors end. This takes the walks again: keeping their visits would
     * hold three times the neighbors from before the first step on, even if nobody asks for a band.
     */
    public CsrGraph band() {
        return ranks(most, Math.multiplyExact(3, most));
    }

    private CsrGraph ranks(int low, int high) {
        WalkRows rows = new WalkRows(graph.itemCount());
        long[] seeds = new SplittableRandom(seed).longs(graph.itemCount()).toArray();
        VisitCounts[] counts = new VisitCounts[workers.parallel().concurrency()];
        Arrays.setAll(counts, part -> new VisitCounts(graph.itemCount(), walks * STEPS));
        int chunk = Math.ceilDiv(CHUNK, walks);
        for (int start = 0; start < graph.itemCount(); start += chunk) {
            workers.cancellation().check();
            int first = start;
            workers.parallel().forRange(Math.min(chunk, graph.itemCount() - first), (part, from, to) -> {
                for (int item = first + from; item < first + to; item++) {
                    walk(item, new SplittableRandom(seeds[item]), counts[part]);
                    rows.set(item, counts[part].ranks(low, high), counts[part]);
                }
            });
        }
        return rows.graph();
    }

    private void walk(int origin, SplittableRandom random, VisitCounts counts) {
        counts.clear();
        for (int walk = 0; walk < walks && graph.itemUsers().degree(origin) > 0; walk++) {
            int item = origin;
            for (int step = 0; step < STEPS; step++) {
                item = itemsOfUsers.column(usersOfItems.column(item, random), random);
                if (item != origin) {
                    counts.add(item);
                }
            }
        }
    }
}
