package org.gnnrec.model.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.RowSet;

/**
 * Computes every layer for every node once, over its whole neighborhood. Takes a few nodes at a time: buffers stay
 * small.
 */
final class WholeGraph {
    /** Neighbors of the nodes that are computed at once, unless one node alone has more. */
    private static final int EDGES = 1 << 17;

    private final Neighborhoods graph;
    private final Workers workers;

    /** The cancellation of the workers is checked before each part of the nodes. */
    WholeGraph(Neighborhoods graph, Workers workers) {
        this.graph = graph;
        this.workers = workers;
    }

    /** What nodes have before the first layer and after each layer. O(layers (edges d + nodes d^2)). */
    List<Embeddings> forward(List<Layer> layers, Embeddings inputs) {
        List<Embeddings> all = new ArrayList<>(List.of(inputs));
        for (Layer layer : layers) {
            all.add(forward(layer, all.getLast()));
        }
        return all;
    }

    private Embeddings forward(Layer layer, Embeddings before) {
        Embeddings after = Embeddings.zeros(graph.userCount(), graph.itemCount(), layer.outputDimension());
        RowSet targets = new RowSet(graph.nodeCount(), graph.nodeCount());
        RowSet sources = new RowSet(graph.nodeCount(), graph.nodeCount());
        BlockSampler whole = new BlockSampler(graph, Integer.MAX_VALUE, new SplittableRandom(0));
        RowBuffer source = new RowBuffer(layer.inputDimension());
        RowBuffer target = new RowBuffer(layer.outputDimension());
        for (int node = 0; node < graph.nodeCount();) {
            workers.cancellation().check();
            targets.clear();
            sources.clear();
            node = addTargets(node, targets);
            Block block = whole.draw(targets, NewNodes.none(), sources);
            DenseMatrix from = source.rows(block.sourceCount());
            DenseMatrix to = target.rows(block.size());
            NodeRows.gather(before, sources, from, workers.parallel());
            layer.forward(block, from, to, Pass.INFERENCE);
            NodeRows.scatter(to, targets, after, workers.parallel());
        }
        return after;
    }

    private int addTargets(int node, RowSet targets) {
        long edges = 0;
        int next = node;
        while (next < graph.nodeCount() && (next == node || edges + graph.degree(next) <= EDGES)) {
            edges += graph.degree(next) + 1;
            targets.add(next++);
        }
        return next;
    }
}
