package org.gnnrec.model.pinsage;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.UnitRows;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.Pass;

/**
 * The part of PinSage after the last convolution, {@code z = G2 ReLU(G1 h + g)} (Ying et al., KDD 2018, algorithm 2,
 * line 13), scaled to length one. The paper leaves that out. A user is a mean of items, and no item may count more for
 * being long. A margin between inner products then means the same for all. This layer sees no neighbors.
 */
final class Head implements Layer {
    private final Dense first;
    private final Linear second;
    private final UnitRows unitRows;
    private DenseMatrix inner;

    /**
     * @param first G1 and g
     * @param second G2, without a bias
     */
    Head(Dense first, Linear second, Parallel parallel) {
        this.first = first;
        this.second = second;
        this.unitRows = new UnitRows(0, parallel);
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
        inner = first.forward(source, block.size());
        second.forward(inner, block.size(), target);
        unitRows.normalize(target, block.size());
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient) {
        unitRows.backward(target, targetGradient, block.size());
        second.backward(targetGradient, inner, block.size(), first.gradient(block.size()));
        first.backward(source, block.size(), sourceGradient);
    }

    @Override
    public List<Part> parts() {
        return List.of(first, second);
    }
}
