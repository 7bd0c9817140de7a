package org.gnnrec.model;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Workers;

/** The users of a graph as fold-in embeds them. */
public final class FoldedUsers {
    private FoldedUsers() {}

    /**
     * A row for each row of the graph, whose users training knew. O(edges * d).
     *
     * @param dimension d, the width of an embedding
     */
    public static DenseMatrix of(FoldIn foldIn, CsrGraph userItems, int dimension, Workers workers) {
        DenseMatrix users = DenseMatrix.zeros(userItems.rowCount(), dimension);
        int[] bounds = userItems.balancedBounds(workers.parallel().concurrency());
        workers.parallel().forBounds(bounds, (part, from, to) -> {
            for (int user = from; user < to; user++) {
                float[] row = foldIn.embedding(UserInput.known(user), userItems, user);
                System.arraycopy(row, 0, users.data(), users.offset(user), dimension);
            }
        });
        return users;
    }
}
