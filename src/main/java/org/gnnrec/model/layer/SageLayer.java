package org.gnnrec.model.layer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;

/**
 * One layer of GraphSAGE (Hamilton et al., "Inductive Representation Learning on Large Graphs", NeurIPS 2017, algorithm
 * 1, lines 4, 5 and 7): {@code h_N = AGG(h_u, u in N(v)); h_v = s(W concat(h_v, h_N)); h_v = h_v / |h_v|}. The product
 * with the concatenation is the sum of two, {@code W_self h_v + W_neigh h_N}. s is ReLU in all layers but the last,
 * which has none: a score is an inner product, and vectors without a negative number have no low ones. With another
 * aggregator it is also the convolution of PinSage.
 */
public final class SageLayer implements Layer {
    /** Null in the GCN variant. */
    private final Linear self;
    private final Linear neighbors;
    private final Aggregator aggregator;
    private final boolean hidden;
    private final int inputDimension;
    private final Parallel parallel;
    private final UnitRows unitRows;
    private final RowBuffer aggregates;
    private final RowBuffer aggregatesGradient;
    private final RowBuffer ownPart;
    private DenseMatrix aggregated;

    /**
     * @param self W_self, or null where the aggregate includes the node itself
     * @param neighbors W_neigh, with a bias or without
     * @param hidden true for all layers but the last
     */
    public SageLayer(Linear self, Linear neighbors, Aggregator aggregator, boolean hidden, int inputDimension,
            Parallel parallel) {
        this.self = self;
        this.neighbors = neighbors;
        this.aggregator = aggregator;
        this.hidden = hidden;
        this.inputDimension = inputDimension;
        this.parallel = parallel;
        this.unitRows = new UnitRows(0, parallel);
        this.aggregates = new RowBuffer(neighbors.in());
        this.aggregatesGradient = new RowBuffer(neighbors.in());
        this.ownPart = new RowBuffer(neighbors.out());
    }

    @Override
    public int inputDimension() {
        return inputDimension;
    }

    @Override
    public int outputDimension() {
        return neighbors.out();
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass) {
        int size = block.size();
        aggregated = aggregates.rows(size);
        aggregator.forward(block, source, aggregated, pass);
        neighbors.forward(aggregated, size, target);
        if (self != null) {
            DenseMatrix own = ownPart.rows(size);
            self.forward(source, size, own);
            target.addRows(own, size, parallel);
        }
        if (hidden) {
            Relu.forward(target, size, parallel);
        }
        unitRows.normalize(target, size);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient) {
        int size = block.size();
        unitRows.backward(target, targetGradient, size);
        if (hidden) {
            Relu.backward(target, targetGradient, size, parallel);
        }
        if (self != null) {
            self.backward(targetGradient, source, size, sourceGradient);
        }
        DenseMatrix back = aggregatesGradient.zeros(size);
        neighbors.backward(targetGradient, aggregated, size, back);
        aggregator.backward(block, source, back, sourceGradient);
    }

    @Override
    public List<Part> parts() {
        return Stream.of(self, neighbors, aggregator).filter(Objects::nonNull).toList();
    }
}
