package org.gnnrec.model.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Encoder;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.Weight;

/**
 * Layers of message passing over sampled neighborhoods, as in algorithm 2 of Hamilton et al., NeurIPS 2017. The nodes
 * that are needed are drawn hop by hop, from the batch outwards. Then the layers run inwards. For all nodes, each layer
 * is computed once for each node, over whole neighborhoods.
 *
 * <p>A step costs O(b S_K ... S_1 d + nodes drawn * d^2) for b rows and S neighbors a hop; all nodes cost O(K (edges d
 * + nodes d^2)).
 */
public final class LayeredEncoder implements Encoder {
    private final Neighborhoods graph;
    private final NodeInputs inputs;
    private final NewNodes newNodes;
    private final List<Layer> layers;
    private final Workers workers;
    private final Pass training;
    private final List<BlockSampler> samplers = new ArrayList<>();
    /** The sources of layer k; in place K the rows of the batch. */
    private final RowSet[] nodes;
    private final Block[] blocks;
    private final RowBuffer[] buffers;
    private final RowBuffer[] gradients;
    private final DenseMatrix[] rows;

    /**
     * @param layers from the base rows inwards; without a layer the base rows are the embeddings
     * @param sampleSizes the most neighbors of a node in each hop, the one from the batch first
     * @param newNodeRate the share of the nodes with features in a batch that count as new
     */
    public LayeredEncoder(BipartiteGraph graph, Features features, int dimension, List<Layer> layers,
            int[] sampleSizes, double newNodeRate, SplittableRandom random, Workers workers) {
        this.graph = new Neighborhoods(graph);
        this.layers = layers;
        this.inputs = new NodeInputs(features, dimension, workers.parallel());
        this.workers = workers;
        int hops = layers.size();
        this.nodes = new RowSet[hops + 1];
        this.blocks = new Block[hops];
        this.rows = new DenseMatrix[hops + 1];
        this.buffers = new RowBuffer[hops + 1];
        this.gradients = new RowBuffer[hops + 1];
        for (int k = 0; k <= hops; k++) {
            int width = k == 0 ? dimension : layers.get(k - 1).outputDimension();
            nodes[k] = new RowSet(this.graph.nodeCount(), this.graph.nodeCount());
            buffers[k] = new RowBuffer(width);
            gradients[k] = new RowBuffer(width);
        }
        for (int k = 0; k < hops; k++) {
            samplers.add(new BlockSampler(this.graph, sampleSizes[hops - 1 - k], random.split()));
        }
        this.newNodes = new NewNodes(newNodeRate, random.split());
        this.training = new Pass(random.split());
    }

    @Override
    public void forward(Embeddings base, RowSet users, RowSet items, Embeddings out) {
        draw(users, items);
        rows[0] = buffers[0].rows(nodes[0].size());
        inputs.gather(base, nodes[0], newNodes, rows[0]);
        for (int k = 0; k < layers.size(); k++) {
            rows[k + 1] = buffers[k + 1].rows(blocks[k].size());
            layers.get(k).forward(blocks[k], rows[k], rows[k + 1], training);
        }
        DenseMatrix last = rows[layers.size()];
        System.arraycopy(last.data(), 0, out.users().data(), 0, users.size() * last.cols());
        System.arraycopy(last.data(), last.offset(users.size()), out.items().data(), 0, items.size() * last.cols());
    }

    private void draw(RowSet users, RowSet items) {
        RowSet batch = nodes[layers.size()];
        batch.clear();
        for (int slot = 0; slot < users.size(); slot++) {
            batch.add(users.row(slot));
        }
        for (int slot = 0; slot < items.size(); slot++) {
            batch.add(graph.userCount() + items.row(slot));
        }
        newNodes.draw(batch, inputs::hasFeatures);
        for (int k = layers.size() - 1; k >= 0; k--) {
            nodes[k].clear();
            blocks[k] = samplers.get(k).draw(nodes[k + 1], newNodes, nodes[k]);
        }
    }

    @Override
    public void backward(Embeddings rowGradients, RowSet users, RowSet items, Embeddings gradient) {
        DenseMatrix current = gradients[layers.size()].rows(users.size() + items.size());
        System.arraycopy(rowGradients.users().data(), 0, current.data(), 0, users.size() * current.cols());
        System.arraycopy(rowGradients.items().data(), 0, current.data(), current.offset(users.size()),
                items.size() * current.cols());
        for (int k = layers.size() - 1; k >= 0; k--) {
            DenseMatrix before = gradients[k].zeros(blocks[k].sourceCount());
            layers.get(k).backward(blocks[k], rows[k], rows[k + 1], current, before);
            current = before;
        }
        inputs.scatter(current, nodes[0], newNodes, gradient);
    }

    @Override
    public void forward(Embeddings base, Embeddings out) {
        List<Embeddings> all = new WholeGraph(graph, workers).forward(layers, inputs.all(base));
        out.copyFrom(all.getLast());
    }

    @Override
    public TrainedModel model(Embeddings base) {
        List<Embeddings> all = new WholeGraph(graph, workers).forward(layers, inputs.all(base));
        Embeddings last = all.getLast();
        List<Embeddings> before = layers.isEmpty() ? all : all.subList(0, layers.size());
        NamedArrays state = NamedArrays.NONE.with(LayerState.USER_LAYERS, sideBySide(before, Embeddings::users))
                .with(LayerState.ITEM_LAYERS, sideBySide(before, Embeddings::items))
                .with(LayerState.USER_BASE, base.users()).with(LayerState.ITEM_BASE, base.items());
        return new TrainedModel(last.users(), last.items(), LayerState.with(state, weights()));
    }

    /** What the nodes of a side have before each layer and send to their neighbors, in one row. */
    private static DenseMatrix sideBySide(List<Embeddings> layers, Function<Embeddings, DenseMatrix> side) {
        int width = layers.stream().mapToInt(Embeddings::dimension).sum();
        DenseMatrix all = DenseMatrix.zeros(side.apply(layers.getFirst()).rows(), width);
        int column = 0;
        for (Embeddings layer : layers) {
            DenseMatrix rows = side.apply(layer);
            for (int row = 0; row < rows.rows(); row++) {
                System.arraycopy(rows.data(), rows.offset(row), all.data(), all.offset(row) + column, rows.cols());
            }
            column += rows.cols();
        }
        return all;
    }

    /** The symmetric adjacency. O(edges). */
    @Override
    public NormalizedAdjacency adjacency() {
        return NormalizedAdjacency.of(graph.bipartite());
    }

    @Override
    public void initialize(SplittableRandom random) {
        inputs.initialize(random);
        layers.forEach(layer -> layer.initialize(random));
    }

    @Override
    public List<Weight> weights() {
        return Stream.concat(layers.stream().flatMap(layer -> layer.weights().stream()), inputs.weights().stream())
                .toList();
    }
}
