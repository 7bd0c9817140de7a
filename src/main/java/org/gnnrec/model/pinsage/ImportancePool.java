package org.gnnrec.model.pinsage;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.Pass;

/**
 * Importance pooling (Ying et al., KDD 2018, section 3.1 and algorithm 1, line 1): the mean by importance of
 * {@code ReLU(Q h_v + q)} over the neighbors v. A source is transformed once, however many targets have it. O(edges d +
 * sources d^2).
 *
 * @param dense Q and q
 */
record ImportancePool(Dense dense, NeighborSum sum) implements Aggregator {
    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        sum.forward(block, dense.forward(source, block.sourceCount()), aggregates);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        sum.backward(block, gradient, dense.gradient(block.sourceCount()));
        dense.backward(source, block.sourceCount(), sourceGradient);
    }

    @Override
    public List<Part> parts() {
        return List.of(dense);
    }
}
