package org.gnnrec.model.gat;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;

/**
 * Whom each target attends to: the sources {@code columns[offsets[t] .. offsets[t + 1])}, first of all itself. The arrays
 * may be longer than said.
 *
 * @param size the number of targets, which are the first sources
 */
record Edges(int size, int sourceCount, int[] offsets, int[] columns) {
    /** The edges of a target, [from, to) of {@link #columns}. */
    interface Target {
        void run(int target, int from, int to);
    }

    int count() {
        return offsets[size];
    }

    /** Each target on one thread. */
    void forTargets(Parallel parallel, Target work) {
        parallel.forBounds(CsrGraph.balancedBounds(offsets, size, parallel.concurrency()), (part, from, to) -> {
            for (int target = from; target < to; target++) {
                work.run(target, offsets[target], offsets[target + 1]);
            }
        });
    }
}
