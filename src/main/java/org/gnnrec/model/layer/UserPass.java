package org.gnnrec.model.layer;

import java.util.Arrays;
import java.util.List;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.encoder.Weight;

/** The layers of a model for one user at a time. One thread's. */
public final class UserPass {
    private final List<Layer> layers;

    /**
     * @param layers of which the weights are set here
     * @param weights what was learned, in the order of the layers
     */
    public UserPass(List<Layer> layers, List<DenseMatrix> weights) {
        this.layers = layers;
        List<Weight> targets = layers.stream().flatMap(layer -> layer.weights().stream()).toList();
        for (int n = 0; n < targets.size(); n++) {
            float[] values = weights.get(n).data();
            System.arraycopy(values, 0, targets.get(n).values().data(), 0, values.length);
        }
    }

    /**
     * The embedding of a user.
     *
     * @param base what the user has before the first layer
     * @param messages what each item has before each layer, one after the other
     * @param items a graph in whose row the user's items are
     */
    public float[] embedding(float[] base, DenseMatrix messages, CsrGraph items, int row) {
        Block block = block(items, row);
        float[] own = base;
        int column = 0;
        for (Layer layer : layers) {
            DenseMatrix source = source(own, messages, column, items, row);
            DenseMatrix target = DenseMatrix.zeros(1, layer.outputDimension());
            layer.forward(block, source, target);
            column += own.length;
            own = target.data();
        }
        return own;
    }

    private static Block block(CsrGraph items, int row) {
        int degree = items.degree(row);
        int[] columns = new int[degree];
        Arrays.setAll(columns, n -> n + 1);
        float[] weights = new float[degree];
        double sum = items.rowWeight(row);
        for (int n = 0; n < degree; n++) {
            weights[n] = (float) (items.weight(items.offsets()[row] + n) / sum);
        }
        return new Block(1, degree + 1, new int[]{ 0, degree }, columns, weights);
    }

    /** The user's row, then those of the items before this layer. */
    private static DenseMatrix source(float[] own, DenseMatrix messages, int column, CsrGraph items, int row) {
        DenseMatrix source = DenseMatrix.zeros(items.degree(row) + 1, own.length);
        System.arraycopy(own, 0, source.data(), 0, own.length);
        for (int n = 0; n < items.degree(row); n++) {
            int item = items.neighbors()[items.offsets()[row] + n];
            System.arraycopy(messages.data(), messages.offset(item) + column, source.data(), source.offset(n + 1),
                    own.length);
        }
        return source;
    }
}
