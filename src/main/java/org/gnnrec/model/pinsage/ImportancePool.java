package org.gnnrec.model.pinsage;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.encoder.Weight;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.Relu;
import org.gnnrec.model.layer.RowBuffer;

/**
 * Importance pooling (Ying et al., KDD 2018, section 3.1 and algorithm 1, line 1): the mean by importance of
 * {@code ReLU(Q h_v + q)} over the neighbors v. A source is transformed once, however many targets have it. O(edges d +
 * sources d^2).
 */
final class ImportancePool implements Aggregator {
    private final Linear linear;
    private final NeighborSum sum;
    private final Parallel parallel;
    private final RowBuffer transformedRows;
    private final RowBuffer transformedGradients;
    private DenseMatrix transformed;

    /** @param linear Q and q */
    ImportancePool(Linear linear, NeighborSum sum, Parallel parallel) {
        this.linear = linear;
        this.sum = sum;
        this.parallel = parallel;
        this.transformedRows = new RowBuffer(linear.out());
        this.transformedGradients = new RowBuffer(linear.out());
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        transformed = transformedRows.rows(block.sourceCount());
        linear.forward(source, block.sourceCount(), transformed);
        Relu.forward(transformed, block.sourceCount(), parallel);
        sum.forward(block, transformed, aggregates);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix back = transformedGradients.zeros(block.sourceCount());
        sum.backward(block, gradient, back);
        Relu.backward(transformed, back, block.sourceCount(), parallel);
        linear.backward(back, source, block.sourceCount(), sourceGradient);
    }

    @Override
    public void initialize(SplittableRandom random) {
        linear.initialize(random);
    }

    @Override
    public List<Weight> weights() {
        return linear.weights();
    }
}
