package org.gnnrec.model.graphsage;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.RowBuffer;

/**
 * The mean of a node and its neighbors (Hamilton et al., NeurIPS 2017, equation 2): the node counts as much as an
 * average neighbor.
 */
final class GcnAggregator implements Aggregator {
    private final NeighborSum sum;
    private final Parallel parallel;
    private final RowBuffer scaled;

    GcnAggregator(int dimension, NeighborSum sum, Parallel parallel) {
        this.sum = sum;
        this.parallel = parallel;
        this.scaled = new RowBuffer(dimension);
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        sum.forward(block, source, aggregates);
        forTargets(block, (target, own) -> {
            int offset = aggregates.offset(target);
            Kernels.get().scale(1 - own, aggregates.data(), offset, aggregates.cols());
            Kernels.get().axpy(own, source.data(), source.offset(target), aggregates.data(), offset, source.cols());
        });
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix toNeighbors = scaled.zeros(block.size());
        forTargets(block, (target, own) -> {
            int offset = gradient.offset(target);
            Kernels.get().axpy(1 - own, gradient.data(), offset, toNeighbors.data(), offset, gradient.cols());
            Kernels.get().axpy(own, gradient.data(), offset, sourceGradient.data(), offset, gradient.cols());
        });
        sum.backward(block, toNeighbors, sourceGradient);
    }

    private interface Target {
        void run(int target, float own);
    }

    private void forTargets(Block block, Target work) {
        parallel.forRange(block.size(), (part, from, to) -> {
            for (int target = from; target < to; target++) {
                work.run(target, 1f / (1 + block.degree(target)));
            }
        });
    }
}
