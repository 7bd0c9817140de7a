package org.gnnrec.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.graph.NormalizedCsr;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Parameters;

/**
 * The base embeddings of an earlier training, to go on from. A node that learned nothing then is folded in: its row is
 * the sum that its neighbors send in one hop, so it starts in their direction.
 *
 * @param users the row of the earlier base of each user of the graph, or -1
 * @param items the row of the earlier base of each item of the graph, or -1
 * @param learned what was learned then
 */
public record WarmStart(int[] users, int[] items, Parameters learned) {

    private static final int EPOCHS_FOR_ONE = 5;

    /**
     * Goes on from the parameters of a training on {@code earlier}. A node that had no edge there has learned nothing:
     * it counts as new.
     *
     * @param users the row of {@code earlier} of each user of the graph, or -1
     * @param items the column of {@code earlier} of each item of the graph, or -1
     */
    public static WarmStart of(CsrGraph earlier, int[] users, int[] items, Parameters learned) {
        double[] itemWeights = earlier.columnWeights();
        return new WarmStart(keep(users, user -> earlier.degree(user) > 0), keep(items, item -> itemWeights[item] > 0),
                learned);
    }

    /** Goes on from a training on {@code earlier}. Its nodes have the same places in the graph. */
    static WarmStart ofSameNodes(CsrGraph earlier, Parameters learned) {
        return of(earlier, IntStream.range(0, earlier.rowCount()).toArray(),
                IntStream.range(0, earlier.columnCount()).toArray(), learned);
    }

    private static int[] keep(int[] rows, IntPredicate learned) {
        return Arrays.stream(rows).map(row -> row >= 0 && learned.test(row) ? row : -1).toArray();
    }

    /** The epochs to go on after so many epochs from a random start: a fifth, rounded up. */
    public static int epochs(int before) {
        return Math.ceilDiv(before, EPOCHS_FOR_ONE);
    }

    /**
     * Sets the rows that were learned and adds the folded-in rows to the others. O(values + edges of the new nodes *
     * d).
     *
     * @param evenOut whether lengths are learned; then the length of a new row must not follow from its degree
     */
    void apply(Embeddings base, NormalizedAdjacency adjacency, boolean evenOut) {
        copy(learned.base().users(), users, base.users());
        copy(learned.base().items(), items, base.items());
        foldIn(users, adjacency.toUsers(), base.items(), base.users());
        foldIn(items, adjacency.toItems(), base.users(), base.items());
        if (evenOut) {
            evenOut(users, base.users());
            evenOut(items, base.items());
        }
    }

    /** Scales the folded-in rows to the mean length of the other rows of their side. */
    private static void evenOut(int[] earlierRows, DenseMatrix base) {
        double mean = IntStream.range(0, earlierRows.length).filter(row -> earlierRows[row] >= 0)
                .mapToDouble(row -> length(base, row)).average().orElse(0);
        for (int row = 0; row < earlierRows.length; row++) {
            double length = earlierRows[row] < 0 ? length(base, row) : 0;
            if (length > 0 && mean > 0) {
                Kernels.get().scale((float) (mean / length), base.data(), base.offset(row), base.cols());
            }
        }
    }

    private static double length(DenseMatrix rows, int row) {
        int offset = rows.offset(row);
        return Math.sqrt(Kernels.get().dot(rows.data(), offset, rows.data(), offset, rows.cols()));
    }

    private static void copy(DenseMatrix earlier, int[] earlierRows, DenseMatrix base) {
        for (int row = 0; row < earlierRows.length; row++) {
            if (earlierRows[row] >= 0) {
                System.arraycopy(earlier.data(), earlier.offset(earlierRows[row]), base.data(), base.offset(row),
                        base.cols());
            }
        }
    }

    private static void foldIn(int[] earlierRows, NormalizedCsr adjacency, DenseMatrix neighbors, DenseMatrix base) {
        int[] offsets = adjacency.graph().offsets();
        for (int row = 0; row < earlierRows.length; row++) {
            if (earlierRows[row] < 0) {
                Kernels.get().gather(adjacency.graph().neighbors(), adjacency.weights(), offsets[row],
                        offsets[row + 1], neighbors.data(), base.cols(), base.data(), base.offset(row));
            }
        }
    }
}
