package org.gnnrec.model.layer;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.EdgesByColumn;

/** The weighted sum over the neighbors of each target, and its gradient. It is a mean: weights add up to one. */
public final class NeighborSum {
    private final Parallel parallel;
    private final EdgesByColumn byColumn;
    private final Kernels kernels = Kernels.get();

    /** A sum for blocks of at most so many sources. */
    public NeighborSum(int sources, Parallel parallel) {
        this.parallel = parallel;
        this.byColumn = new EdgesByColumn(sources);
    }

    /** Sets the first rows of {@code sums}. O(edges * d). */
    public void forward(Block block, DenseMatrix source, DenseMatrix sums) {
        int[] offsets = block.offsets();
        parallel.forBounds(CsrGraph.balancedBounds(offsets, block.size(), parallel.concurrency()), (part, from, to) -> {
            Arrays.fill(sums.data(), sums.offset(from), sums.offset(to), 0);
            for (int target = from; target < to; target++) {
                kernels.gather(block.columns(), block.weights(), offsets[target], offsets[target + 1], source.data(),
                        source.cols(), sums.data(), sums.offset(target));
            }
        });
    }

    /** Adds the gradient by the sources. O(edges * d). */
    public void backward(Block block, DenseMatrix gradient, DenseMatrix sourceGradient) {
        byColumn.sort(block.size(), block.offsets(), block.columns(), block.weights());
        byColumn.multiplyAdd(gradient, sourceGradient, parallel);
    }
}
