package org.gnnrec.model.sparse;

import java.util.Arrays;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.SharedUsers;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.linalg.Workers;

/** All sums, items x items. */
record DenseGram(DenseMatrix sums) implements Gram {
    /** O(sum over users of degree^2). */
    static DenseGram of(BipartiteGraph graph, double[] factors, Workers workers) {
        DenseMatrix all = DenseMatrix.zeros(graph.itemCount(), graph.itemCount());
        workers.parallel().forRange(graph.itemCount(), (part, from, to) -> {
            SharedUsers shared = new SharedUsers(graph, factors);
            for (int item = from; item < to; item++) {
                workers.cancellation().check();
                write(shared.with(item), all.data(), all.offset(item));
            }
        });
        return new DenseGram(all);
    }

    private static void write(SparseSums row, float[] into, int offset) {
        for (int n = 0; n < row.count(); n++) {
            into[offset + row.index(n)] = (float) row.sum(row.index(n));
        }
    }

    @Override
    public Copies copies() {
        return this::copy;
    }

    private void copy(int[] items, float[] into) {
        for (int row = 0; row < items.length; row++) {
            int offset = sums.offset(items[row]);
            Arrays.fill(into, row * items.length, row * items.length + row, 0);
            for (int col = row; col < items.length; col++) {
                into[row * items.length + col] = sums.data()[offset + items[col]];
            }
        }
    }
}
