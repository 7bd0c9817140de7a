package org.gnnrec.model.graphsage;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.Pass;

/** The mean of the neighbors (Hamilton et al., NeurIPS 2017, section 3.3), weighted by their edges. */
record MeanAggregator(NeighborSum sum) implements Aggregator {
    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        sum.forward(block, source, aggregates);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        sum.backward(block, gradient, sourceGradient);
    }
}
