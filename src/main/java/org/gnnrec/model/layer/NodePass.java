package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;

/**
 * The layers of a model for one node at a time. Its neighbors have what they had before each layer when the model was
 * trained. For one thread.
 */
public final class NodePass {
    /** Copies of the node that are computed at once. They share the transformed rows of the neighbors. */
    private static final int COPIES = 64;
    /** The most edges of these copies, unless a single one has more: 32 MiB. */
    private static final int EDGES = 1 << 22;

    private final List<Layer> layers;

    /** @param layers with the weights of the model */
    public NodePass(List<Layer> layers) {
        this.layers = layers;
    }

    /** The most rows that a layer reads of a node with so many neighbors. */
    public static int sources(int neighbors) {
        return neighbors + Math.min(copies(neighbors), Math.max(1, neighbors));
    }

    private static int copies(int neighbors) {
        return Math.clamp(EDGES / Math.max(1, neighbors), 1, COPIES);
    }

    /**
     * The embedding of a node.
     *
     * @param input what the node has before the first layer
     * @param messages what each node of the other side has before each layer, one after the other
     * @param neighbors a graph in whose row the node's neighbors are
     */
    public float[] embedding(float[] input, DenseMatrix messages, CsrGraph neighbors, int row) {
        return forward(new NeighborSubsets(neighbors, row).whole(), input, messages, neighbors, row).data();
    }

    /** The attention of the last {@link #embedding} to itself and to each neighbor, in the last layer, or null. */
    public float[] attention() {
        return layers.isEmpty() ? null : layers.getLast().attention(0);
    }

    /**
     * The embeddings that the node would have without each of its neighbors, a row for each; the arguments are those of
     * {@link #embedding}. The layers run again for every neighbor left out: O(n^2 d) for n neighbors where a neighbor
     * costs O(d), and where a neighbor is transformed first O(n^2 d + n^2 d^2 / 64).
     *
     * @param cancellation is run now and then, to end it
     */
    public DenseMatrix withoutEach(float[] input, DenseMatrix messages, CsrGraph neighbors, int row,
            Cancellation cancellation) {
        NeighborSubsets subsets = new NeighborSubsets(neighbors, row);
        DenseMatrix all = DenseMatrix.zeros(neighbors.degree(row), input.length);
        int copies = copies(all.rows());
        for (int n = 0; n < all.rows(); n += copies) {
            cancellation.check();
            Block block = subsets.withoutEach(n, Math.min(n + copies, all.rows()));
            float[] some = forward(block, input, messages, neighbors, row).data();
            System.arraycopy(some, 0, all.data(), all.offset(n), some.length);
        }
        return all;
    }

    /** Computes as many copies of the node as the block has targets. */
    private DenseMatrix forward(Block block, float[] input, DenseMatrix messages, CsrGraph neighbors, int row) {
        DenseMatrix own = copies(input, block.size());
        int column = 0;
        for (Layer layer : layers) {
            DenseMatrix source = source(own, messages, column, neighbors, row);
            DenseMatrix target = DenseMatrix.zeros(block.size(), layer.outputDimension());
            layer.forward(block, source, target, Pass.INFERENCE);
            column += own.cols();
            own = target;
        }
        return own;
    }

    private static DenseMatrix copies(float[] input, int count) {
        DenseMatrix copies = DenseMatrix.zeros(count, input.length);
        for (int row = 0; row < count; row++) {
            System.arraycopy(input, 0, copies.data(), copies.offset(row), input.length);
        }
        return copies;
    }

    /** The rows of the node, then those of its neighbors before this layer. */
    private static DenseMatrix source(DenseMatrix own, DenseMatrix messages, int column, CsrGraph neighbors, int row) {
        int d = own.cols();
        DenseMatrix source = DenseMatrix.zeros(own.rows() + neighbors.degree(row), d);
        System.arraycopy(own.data(), 0, source.data(), 0, own.data().length);
        for (int n = 0; n < neighbors.degree(row); n++) {
            int neighbor = neighbors.neighbors()[neighbors.offsets()[row] + n];
            System.arraycopy(messages.data(), messages.offset(neighbor) + column, source.data(),
                    source.offset(own.rows() + n), d);
        }
        return source;
    }
}
