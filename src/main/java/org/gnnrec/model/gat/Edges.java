package org.gnnrec.model.gat;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;

/**
 * What each target attends to. These are the sources {@code columns[offsets[t] .. offsets[t + 1])}, and the first of
 * them is the target itself. The arrays may be longer than these edges need.
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

    /** Runs the work for each target, on one thread. */
    void forTargets(Parallel parallel, Target work) {
        parallel.forBounds(CsrGraph.balancedBounds(offsets, size, parallel.concurrency()), (part, from, to) -> {
            for (int target = from; target < to; target++) {
                work.run(target, offsets[target], offsets[target + 1]);
            }
        });
    }
}
