package org.gnnrec.model.layer;

import java.util.Arrays;
import java.util.List;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.encoder.Weight;

/** The layers of a model for one node at a time. One thread's. */
public final class NodePass {
    private final List<Layer> layers;

    /**
     * @param layers of which the weights are set here
     * @param weights what was learned, in the order of the layers
     */
    public NodePass(List<Layer> layers, List<DenseMatrix> weights) {
        this.layers = layers;
        List<Weight> targets = layers.stream().flatMap(layer -> layer.weights().stream()).toList();
        for (int n = 0; n < targets.size(); n++) {
            float[] values = weights.get(n).data();
            System.arraycopy(values, 0, targets.get(n).values().data(), 0, values.length);
        }
    }

    /**
     * The embedding of a node.
     *
     * @param input what the node has before the first layer
     * @param messages what each node of the other side has before each layer, one after the other
     * @param neighbors a graph in whose row the node's neighbors are
     */
    public float[] embedding(float[] input, DenseMatrix messages, CsrGraph neighbors, int row) {
        Block block = block(neighbors, row);
        float[] own = input;
        int column = 0;
        for (Layer layer : layers) {
            DenseMatrix source = source(own, messages, column, neighbors, row);
            DenseMatrix target = DenseMatrix.zeros(1, layer.outputDimension());
            layer.forward(block, source, target, Pass.INFERENCE);
            column += own.length;
            own = target.data();
        }
        return own;
    }

    private static Block block(CsrGraph neighbors, int row) {
        int degree = neighbors.degree(row);
        int[] columns = new int[degree];
        Arrays.setAll(columns, n -> n + 1);
        float[] weights = new float[degree];
        double sum = neighbors.rowWeight(row);
        for (int n = 0; n < degree; n++) {
            weights[n] = (float) (neighbors.weight(neighbors.offsets()[row] + n) / sum);
        }
        return new Block(1, degree + 1, new int[]{ 0, degree }, columns, weights);
    }

    /** The node's row, then those of its neighbors before this layer. */
    private static DenseMatrix source(float[] own, DenseMatrix messages, int column, CsrGraph neighbors, int row) {
        DenseMatrix source = DenseMatrix.zeros(neighbors.degree(row) + 1, own.length);
        System.arraycopy(own, 0, source.data(), 0, own.length);
        for (int n = 0; n < neighbors.degree(row); n++) {
            int neighbor = neighbors.neighbors()[neighbors.offsets()[row] + n];
            System.arraycopy(messages.data(), messages.offset(neighbor) + column, source.data(), source.offset(n + 1),
                    own.length);
        }
        return source;
    }
}
