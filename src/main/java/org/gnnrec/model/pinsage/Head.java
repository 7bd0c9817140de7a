package org.gnnrec.model.pinsage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;
import org.gnnrec.model.encoder.Weight;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.Relu;
import org.gnnrec.model.layer.RowBuffer;

/**
 * What PinSage makes of an item after its last convolution, {@code z = G2 ReLU(G1 h + g)} (Ying et al., KDD 2018,
 * algorithm 2, line 13), scaled to length one, which the paper leaves out: a user is a mean of items, in which none is to
 * count more for being long, and a margin between inner products means the same for all. A layer that sees no neighbors.
 */
final class Head implements Layer {
    private final Linear first;
    private final Linear second;
    private final Parallel parallel;
    private final UnitRows unitRows;
    private final RowBuffer innerRows;
    private final RowBuffer innerGradients;
    private DenseMatrix inner;

    /**
     * @param first G1 and g
     * @param second G2, without a bias
     */
    Head(Linear first, Linear second, Parallel parallel) {
        this.first = first;
        this.second = second;
        this.parallel = parallel;
        this.unitRows = new UnitRows(0, parallel);
        this.innerRows = new RowBuffer(first.out());
        this.innerGradients = new RowBuffer(first.out());
    }

    @Override
    public int inputDimension() {
        return first.in();
    }

    @Override
    public int outputDimension() {
        return second.out();
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass) {
        inner = innerRows.rows(block.size());
        first.forward(source, block.size(), inner);
        Relu.forward(inner, block.size(), parallel);
        second.forward(inner, block.size(), target);
        unitRows.normalize(target, block.size());
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient) {
        unitRows.backward(target, targetGradient, block.size());
        DenseMatrix back = innerGradients.zeros(block.size());
        second.backward(targetGradient, inner, block.size(), back);
        Relu.backward(inner, back, block.size(), parallel);
        first.backward(back, source, block.size(), sourceGradient);
    }

    @Override
    public void initialize(SplittableRandom random) {
        first.initialize(random);
        second.initialize(random);
    }

    @Override
    public List<Weight> weights() {
        return Stream.of(first, second).flatMap(linear -> linear.weights().stream()).toList();
    }
}
