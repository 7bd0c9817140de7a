package org.gnnrec.model.graphsage;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.Pass;

/**
 * {@code max over u in N(v) of ReLU(W_pool h_u + b)}, each column on its own (Hamilton et al., NeurIPS 2017, equation
 * 3). The weights of edges do not count in a maximum. A source is transformed once for all its targets.
 */
final class PoolAggregator implements Aggregator {
    private final Dense pool;
    private final Parallel parallel;
    private DenseMatrix candidates;
    private int[] winners = new int[0];

    /** @param pool W_pool and b */
    PoolAggregator(Dense pool, Parallel parallel) {
        this.pool = pool;
        this.parallel = parallel;
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        candidates = pool.forward(source, block.sourceCount());
        if (winners.length < block.size() * pool.out()) {
            winners = new int[aggregates.rows() * pool.out()];
        }
        parallel.forRange(block.size(), (part, from, to) -> {
            for (int target = from; target < to; target++) {
                takeMaxima(block, target, aggregates);
            }
        });
    }

    /** No candidate is below zero, so the maximum begins at zero. Of equals the first wins. */
    private void takeMaxima(Block block, int target, DenseMatrix aggregates) {
        int at = target * pool.out();
        for (int c = 0; c < pool.out(); c++) {
            float max = 0;
            int winner = -1;
            for (int e = block.offsets()[target]; e < block.offsets()[target + 1]; e++) {
                float candidate = candidates.data()[candidates.offset(block.columns()[e]) + c];
                if (candidate > max) {
                    max = candidate;
                    winner = block.columns()[e];
                }
            }
            aggregates.data()[at + c] = max;
            winners[at + c] = winner;
        }
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix back = pool.gradient(block.sourceCount());
        for (int n = 0; n < block.size() * pool.out(); n++) {
            if (winners[n] >= 0) {
                back.data()[back.offset(winners[n]) + n % pool.out()] += gradient.data()[n];
            }
        }
        pool.backward(source, block.sourceCount(), sourceGradient);
    }

    @Override
    public List<Part> parts() {
        return List.of(pool);
    }
}
