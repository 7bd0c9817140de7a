package org.gnnrec.model.pinsage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.EvenDraw;
import org.gnnrec.model.encoder.Pairs;
import org.gnnrec.model.encoder.RowSet;
import org.gnnrec.model.layer.Block;

/**
 * The items that stand for the users of a batch in a step of training: at most {@value #MOST} of each, drawn evenly. Items
 * that the batch joins with the user are left out, else an item would be recognised by itself. The other items of the batch
 * stay in: of a small catalogue the batch has them all.
 */
final class UserItems {
    private static final int MOST = 25;
    private static final int NONE = -1;

    private final CsrGraph graph;
    private final SplittableRandom random;
    private int[] offsets = new int[1];
    private int[] columns = new int[0];
    private float[] weights = new float[0];
    /** The last pair of each user of the batch, and the one of the same user before each pair. */
    private int[] lastPairs = new int[0];
    private int[] pairsBefore = new int[0];

    UserItems(CsrGraph graph, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
    }

    /**
     * Draws for each user and adds who is not there to {@code items}, which begin with those of the batch. In the block that
     * comes back users are targets and the items sources; weights add up to one. O(users * {@value #MOST} * pairs of the user).
     */
    Block draw(RowSet users, Pairs pairs, RowSet items) {
        makeRoom(users.size(), pairs.size());
        link(users.size(), pairs);
        int place = 0;
        for (int slot = 0; slot < users.size(); slot++) {
            place = draw(slot, users.row(slot), pairs, items, place);
            offsets[slot + 1] = place;
        }
        return new Block(users.size(), items.size(), offsets, columns, weights);
    }

    private void makeRoom(int users, int pairs) {
        if (offsets.length <= users) {
            offsets = new int[users + 1];
            columns = new int[Math.multiplyExact(users, MOST)];
            weights = new float[columns.length];
            lastPairs = new int[users];
        }
        if (pairsBefore.length < pairs) {
            pairsBefore = new int[pairs];
        }
    }

    private void link(int users, Pairs pairs) {
        Arrays.fill(lastPairs, 0, users, NONE);
        for (int pair = 0; pair < pairs.size(); pair++) {
            pairsBefore[pair] = lastPairs[pairs.userSlot(pair)];
            lastPairs[pairs.userSlot(pair)] = pair;
        }
    }

    private int draw(int slot, int user, Pairs pairs, RowSet items, int place) {
        int degree = graph.degree(user);
        int count = Math.min(MOST, degree);
        double start = count < degree ? random.nextDouble() : 0;
        int end = place;
        double sum = 0;
        for (int n = 0; n < count; n++) {
            int edge = graph.offsets()[user] + EvenDraw.place(degree, count, start, n);
            int item = graph.neighbors()[edge];
            if (!joins(slot, items.slotOf(item), pairs)) {
                columns[end] = items.add(item);
                weights[end++] = graph.weight(edge);
                sum += graph.weight(edge);
            }
        }
        for (int n = place; n < end; n++) {
            weights[n] /= (float) sum;
        }
        return end;
    }

    private boolean joins(int userSlot, int itemSlot, Pairs pairs) {
        int pair = lastPairs[userSlot];
        while (pair != NONE && pairs.itemSlot(pair) != itemSlot) {
            pair = pairsBefore[pair];
        }
        return pair != NONE;
    }
}
