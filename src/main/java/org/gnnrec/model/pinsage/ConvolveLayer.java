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
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.Relu;
import org.gnnrec.model.layer.RowBuffer;

/**
 * CONVOLVE (Ying et al., KDD 2018, algorithm 1): {@code n = mean by importance of ReLU(Q h_v + q);
 * z = s(W concat(h_u, n) + w); z = z / |z|}. The product with the concatenation is the sum of two,
 * {@code W_self h_u + W_pool n}. s is ReLU in all layers but the last, which has none: the {@link Head} begins with a ReLU,
 * and what a second one took would be lost to it. Costs O(edges d + sources d^2).
 */
final class ConvolveLayer implements Layer {
    private final Linear neighbors;
    private final Linear self;
    private final Linear pool;
    private final NeighborSum sum;
    private final boolean hidden;
    private final Parallel parallel;
    private final UnitRows unitRows;
    private final RowBuffer transformedRows;
    private final RowBuffer transformedGradients;
    private final RowBuffer pooledRows;
    private final RowBuffer pooledGradients;
    private final RowBuffer ownPart;
    private DenseMatrix transformed;
    private DenseMatrix pooled;

    /**
     * @param neighbors Q and q
     * @param self W_self, without a bias
     * @param pool W_pool and w
     * @param hidden true for all layers but the last
     */
    ConvolveLayer(Linear neighbors, Linear self, Linear pool, NeighborSum sum, boolean hidden, Parallel parallel) {
        this.neighbors = neighbors;
        this.self = self;
        this.pool = pool;
        this.sum = sum;
        this.hidden = hidden;
        this.parallel = parallel;
        this.unitRows = new UnitRows(0, parallel);
        this.transformedRows = new RowBuffer(neighbors.out());
        this.transformedGradients = new RowBuffer(neighbors.out());
        this.pooledRows = new RowBuffer(neighbors.out());
        this.pooledGradients = new RowBuffer(neighbors.out());
        this.ownPart = new RowBuffer(self.out());
    }

    @Override
    public int inputDimension() {
        return self.in();
    }

    @Override
    public int outputDimension() {
        return self.out();
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass) {
        int size = block.size();
        poolNeighbors(block, source);
        pool.forward(pooled, size, target);
        DenseMatrix own = ownPart.rows(size);
        self.forward(source, size, own);
        target.addRows(own, size, parallel);
        if (hidden) {
            Relu.forward(target, size, parallel);
        }
        unitRows.normalize(target, size);
    }

    private void poolNeighbors(Block block, DenseMatrix source) {
        transformed = transformedRows.rows(block.sourceCount());
        neighbors.forward(source, block.sourceCount(), transformed);
        Relu.forward(transformed, block.sourceCount(), parallel);
        pooled = pooledRows.rows(block.size());
        sum.forward(block, transformed, pooled);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient) {
        int size = block.size();
        unitRows.backward(target, targetGradient, size);
        if (hidden) {
            Relu.backward(target, targetGradient, size, parallel);
        }
        self.backward(targetGradient, source, size, sourceGradient);
        DenseMatrix back = pooledGradients.zeros(size);
        pool.backward(targetGradient, pooled, size, back);
        backwardNeighbors(block, source, back, sourceGradient);
    }

    private void backwardNeighbors(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix back = transformedGradients.zeros(block.sourceCount());
        sum.backward(block, gradient, back);
        Relu.backward(transformed, back, block.sourceCount(), parallel);
        neighbors.backward(back, source, block.sourceCount(), sourceGradient);
    }

    @Override
    public void initialize(SplittableRandom random) {
        Stream.of(neighbors, self, pool).forEach(linear -> linear.initialize(random));
    }

    @Override
    public List<Weight> weights() {
        return Stream.of(neighbors, self, pool).flatMap(linear -> linear.weights().stream()).toList();
    }
}
