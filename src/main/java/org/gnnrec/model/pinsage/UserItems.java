package org.gnnrec.model.pinsage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.EvenDraw;
import org.gnnrec.model.EdgesByRow;
import org.gnnrec.model.Pairs;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.layer.Block;

/**
 * The items that represent the users of a batch in a step of training: at most {@value #MOST} of each user, drawn
 * evenly. Items that the batch joins with the user are left out, because an item would be recognised by itself. The
 * other items of the batch stay in: the batch has all items of a small catalogue.
 */
final class UserItems {
    /** The most items of a user in a step. */
    static final int MOST = 25;
    private static final int NONE = -1;

    private final CsrGraph graph;
    private final SplittableRandom random;
    private final EdgesByRow drawn = new EdgesByRow();
    /** The last pair of each user of the batch, then the pair of the same user before each pair. */
    private int[] lastPairs = new int[0];
    private int[] pairsBefore = new int[0];

    UserItems(CsrGraph graph, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
    }

    /**
     * Draws items for each user and adds them to {@code items}, which begin with the items of the batch. The returned
     * block has users as targets and items as sources. Its weights add up to one. O(users * {@value #MOST} * pairs of
     * the user).
     */
    Block draw(RowSet users, Pairs pairs, RowSet items) {
        link(users, pairs);
        drawn.begin(users, user -> Math.min(MOST, graph.degree(user)));
        for (int slot = 0; slot < users.size(); slot++) {
            draw(slot, users.row(slot), pairs, items);
            drawn.endRowAsShares();
        }
        return new Block(users.size(), items.size(), drawn.offsets(), drawn.columns(), drawn.weights());
    }

    private void link(RowSet users, Pairs pairs) {
        if (lastPairs.length < users.size()) {
            lastPairs = new int[users.capacity()];
        }
        if (pairsBefore.length < pairs.size()) {
            pairsBefore = new int[pairs.size()];
        }
        Arrays.fill(lastPairs, 0, users.size(), NONE);
        for (int pair = 0; pair < pairs.size(); pair++) {
            pairsBefore[pair] = lastPairs[pairs.userSlot(pair)];
            lastPairs[pairs.userSlot(pair)] = pair;
        }
    }

    private void draw(int slot, int user, Pairs pairs, RowSet items) {
        int degree = graph.degree(user);
        int count = Math.min(MOST, degree);
        double start = count < degree ? random.nextDouble() : 0;
        for (int n = 0; n < count; n++) {
            int edge = graph.offsets()[user] + EvenDraw.place(degree, count, start, n);
            int item = graph.neighbors()[edge];
            if (!joins(slot, items.slotOf(item), pairs)) {
                drawn.add(items.add(item), graph.weight(edge));
            }
        }
    }

    private boolean joins(int userSlot, int itemSlot, Pairs pairs) {
        int pair = lastPairs[userSlot];
        while (pair != NONE && pairs.itemSlot(pair) != itemSlot) {
            pair = pairsBefore[pair];
        }
        return pair != NONE;
    }
}
