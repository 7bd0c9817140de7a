package org.gnnrec.model.sparse;

import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Pool;
import org.gnnrec.linalg.SparseSums;

/**
 * Scores by a walk over the interactions of the training: from the user's items to all users who have them, and on to
 * the items of these, {@code G_ij = sum over users u of both of d_u^-a w_ui w_uj}. Exact, and nothing is stored. O(edges of the
 * user's items and of the users reached), never more than all edges twice.
 */
final class TwoHops implements ItemVoices {
    private final BipartiteGraph graph;
    private final double[] factors;
    private final Pool<SparseSums> reached;

    /** @param factors one for each user */
    TwoHops(BipartiteGraph graph, double[] factors) {
        this.graph = graph;
        this.factors = factors;
        this.reached = new Pool<>(() -> new SparseSums(graph.userCount()));
    }

    @Override
    public void add(CsrGraph items, int row, float[] shares, SparseSums scores) {
        reached.lend(users -> {
            int first = items.offsets()[row];
            for (int n = 0; n < shares.length; n++) {
                reach(items.neighbors()[first + n], shares[n], users);
            }
            for (int n = 0; n < users.count(); n++) {
                addItems(users.index(n), users.sum(users.index(n)), scores);
            }
            users.clear();
        });
    }

    private void reach(int item, float share, SparseSums users) {
        CsrGraph itemUsers = graph.itemUsers();
        for (int e = itemUsers.offsets()[item]; e < itemUsers.offsets()[item + 1]; e++) {
            users.add(itemUsers.neighbors()[e], (double) share * itemUsers.weight(e));
        }
    }

    private void addItems(int user, double sum, SparseSums scores) {
        CsrGraph userItems = graph.userItems();
        double factor = sum * factors[user];
        for (int e = userItems.offsets()[user]; e < userItems.offsets()[user + 1]; e++) {
            scores.add(userItems.neighbors()[e], factor * userItems.weight(e));
        }
    }

    /** For n items O(n * users of the rarer of both items * log(users of the other)). */
    @Override
    public double[] terms(CsrGraph items, float[] shares, int target) {
        double[] terms = new double[shares.length];
        for (int n = 0; n < terms.length; n++) {
            terms[n] = shares[n] * shared(items.neighbors()[n], target);
        }
        return terms;
    }

    private double shared(int item, int target) {
        CsrGraph itemUsers = graph.itemUsers();
        boolean isRarer = itemUsers.degree(item) < itemUsers.degree(target);
        int rarer = isRarer ? item : target;
        int other = isRarer ? target : item;
        double sum = 0;
        for (int e = itemUsers.offsets()[rarer]; e < itemUsers.offsets()[rarer + 1]; e++) {
            int user = itemUsers.neighbors()[e];
            sum += factors[user] * itemUsers.weight(e) * itemUsers.weightBetween(other, user);
        }
        return sum;
    }

    int userCount() {
        return graph.userCount();
    }

    /** The edges that the walk of a row passes. */
    long edges(int row) {
        SparseSums users = new SparseSums(graph.userCount());
        CsrGraph userItems = graph.userItems();
        for (int e = userItems.offsets()[row]; e < userItems.offsets()[row + 1]; e++) {
            reach(userItems.neighbors()[e], 1, users);
        }
        long edges = 0;
        for (int n = 0; n < users.count(); n++) {
            edges += userItems.degree(users.index(n));
        }
        return edges;
    }
}
