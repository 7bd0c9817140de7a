package org.gnnrec.graph.walk;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.BipartiteGraph;

/**
 * Pairs of nodes that co-occur on random walks, which GraphSAGE takes for alike (Hamilton et al., "Inductive
 * Representation Learning on Large Graphs", NeurIPS 2017, section 3.2). A pair is the start of a walk of
 * {@value #STEPS} steps and another node that the walk visits, as often as it does. Walks go from users to items and
 * back, so a pair may have any two sides.
 *
 * <p>The paper takes 50 walks from each node and trains on the list of their pairs. Here a pair is drawn as if from the
 * list of infinitely many walks: a start, evenly among the nodes that have a neighbor, and a number of steps, evenly up
 * to {@value #STEPS}. If they lead back to the start, which happens at most two times in five, all is drawn anew. A
 * step goes to a neighbor by the weights of the relationships.
 *
 * <p>A pair costs O(1), with weights O(log degree). Takes 4 bytes a node, and 16 an edge if there are weights.
 */
public final class WalkPairs {
    public static final int STEPS = 5;

    private final int userCount;
    private final int[] starts;
    private final EdgeDraw itemsOfUsers;
    private final EdgeDraw usersOfItems;
    private final SplittableRandom random;
    private int start;
    private int end;

    /** @param graph with at least one edge */
    public WalkPairs(BipartiteGraph graph, SplittableRandom random) {
        this.userCount = graph.userCount();
        this.starts = IntStream.range(0, userCount + graph.itemCount()).filter(node -> degree(graph, node) > 0)
                .toArray();
        this.itemsOfUsers = new EdgeDraw(graph.userItems());
        this.usersOfItems = new EdgeDraw(graph.itemUsers());
        this.random = random;
    }

    private static int degree(BipartiteGraph graph, int node) {
        return node < graph.userCount()
                ? graph.userItems().degree(node)
                : graph.itemUsers().degree(node - graph.userCount());
    }

    /** Draws the next pair. */
    public void next() {
        do {
            start = starts[random.nextInt(starts.length)];
            end = walk(start, 1 + random.nextInt(STEPS));
        } while (end == start);
    }

    private int walk(int from, int steps) {
        int node = from;
        for (int step = 0; step < steps; step++) {
            node = node < userCount
                    ? userCount + itemsOfUsers.column(node, random)
                    : usersOfItems.column(node - userCount, random);
        }
        return node;
    }

    /** The node where the walk of this pair began. Items come after the users: their number is added to the item. */
    public int start() {
        return start;
    }

    /** The other node of the pair, never the start. */
    public int end() {
        return end;
    }
}
