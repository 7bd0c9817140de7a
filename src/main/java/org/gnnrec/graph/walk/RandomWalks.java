package org.gnnrec.graph.walk;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;

/**
 * Importance neighborhoods (Ying et al., "Graph Convolutional Neural Networks for Web-Scale Recommender Systems", KDD 2018,
 * section 3.1): the items that short random walks from an item come to most often, by their share of the visits.
 *
 * <p>The paper leaves open how walks end. Here so many walks of {@value #STEPS} steps start at each item, a step going to one
 * of its users and on to one of theirs, by what relationships weigh: {@value #LEAST_WALKS} walks, or
 * {@value #WALKS_PER_NEIGHBOR} for each neighbor wanted. The share of an item is that of {@code P + P^2}, P the probability of a step.
 */
public final class RandomWalks {
    private static final int STEPS = 2;
    private static final int LEAST_WALKS = 400;
    private static final int WALKS_PER_NEIGHBOR = 8;
    /** Walks from one checkpoint to the next, some 50 ms. */
    private static final int CHUNK = 200_000;

    private final BipartiteGraph graph;
    private final int most;
    private final int walks;
    private final long seed;
    private final EdgeDraw usersOfItems;
    private final EdgeDraw itemsOfUsers;
    private final Parallel parallel;
    private final Cancellation cancellation;

    /**
     * @param most how many neighbors an item may have
     * @param seed gives the same bits on any number of threads
     * @param cancellation runs now and then on the calling thread, and may throw to end the work
     */
    public RandomWalks(BipartiteGraph graph, int most, long seed, Parallel parallel, Cancellation cancellation) {
        this.most = most;
        this.walks = Math.max(LEAST_WALKS, WALKS_PER_NEIGHBOR * most);
        this.seed = seed;
        this.graph = graph;
        this.usersOfItems = new EdgeDraw(graph.itemUsers());
        this.itemsOfUsers = new EdgeDraw(graph.userItems());
        this.parallel = parallel;
        this.cancellation = cancellation;
    }

    /**
     * The importance neighborhoods: items x items, in the row of an item the {@code most} others with the most visits, weighing
     * their share of the visits to these, so that a row adds up to one. An item that shares no user with another has none.
     * O(items * walks); 8 bytes a neighbor, twice that while they are found.
     *
     * @throws IllegalArgumentException where the neighbors of all items do not fit one array
     */
    public CsrGraph neighborhoods() {
        return ranks(0, most);
    }

    /**
     * The items that the same walks come to next often: of {@code most} = T the ranks T to 3 T, in the form of
     * {@link #neighborhoods}. In the paper hard negatives are of the ranks 2000 to 5000 of two billion items; a small
     * catalogue has no such ranks, so the band begins where the neighbors end. The walks are taken again: to keep what they
     * come to would hold three times the neighbors from before the first step on, also where no band is asked for.
     */
    public CsrGraph band() {
        return ranks(most, Math.multiplyExact(3, most));
    }

    private CsrGraph ranks(int low, int high) {
        WalkRows rows = new WalkRows(graph.itemCount());
        long[] seeds = new SplittableRandom(seed).longs(graph.itemCount()).toArray();
        VisitCounts[] counts = new VisitCounts[parallel.concurrency()];
        Arrays.setAll(counts, part -> new VisitCounts(graph.itemCount(), walks * STEPS));
        int chunk = Math.ceilDiv(CHUNK, walks);
        for (int start = 0; start < graph.itemCount(); start += chunk) {
            cancellation.check();
            int first = start;
            parallel.forRange(Math.min(chunk, graph.itemCount() - first), (part, from, to) -> {
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
